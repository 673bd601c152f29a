"""What the reports of follow-up say: the course of a plan, the annual and the half-year report, readings, changes."""

FOLLOW_UP: dict[str, tuple[str, str]] = {
    # lights
    "light_met": ("the best level is secured", "det bedste niveau er sikret"),
    "light_on_course": ("the best level can still be reached", "det bedste niveau kan stadig nås"),
    "light_reduced": ("only a lower level can be reached", "kun et lavere niveau kan nås"),
    "light_lost": ("only the lowest level is left", "kun det laveste niveau er tilbage"),
    "green": ("green", "grøn"),
    "yellow": ("yellow", "gul"),
    "red": ("red", "rød"),
    # the course
    "course_of": ("{plan}: the course of the goals", "{plan}: målenes forløb"),
    "depends_mark": ("depends on a reading", "afhænger af en læsning"),
    "from_the_start": ("from the start", "fra begyndelsen"),
    "as_of_start": ("as of {day}", "pr. {day}"),
    "still_open": ("still open: {levels}", "stadig uafgjort: {levels}"),
    "event_lost": ("{names} can no longer be reached", "{names} kan ikke længere nås"),
    "event_secured": ("at least {names} is certain", "mindst {names} er sikkert"),
    "event_decided": ("decided: {names}", "afgjort: {names}"),
    "event_returned": (
        "possible again: {names}; the record had been closed before this was entered",
        "igen muligt: {names}; registreringen var lukket, før dette blev oplyst",
    ),
    "event_depends": ("depends on the reading of {names}", "afhænger af læsningen af {names}"),
    "event_agrees": ("no longer depends on the reading of {names}", "afhænger ikke længere af læsningen af {names}"),
}

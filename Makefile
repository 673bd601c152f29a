# Aliases only: `make test` is `python3 dev.py test`. What the tasks do is said in dev.py.
TASKS := demo test lint golden bench soak docs setup

.PHONY: $(TASKS)
$(TASKS):
	@python3 dev.py $@

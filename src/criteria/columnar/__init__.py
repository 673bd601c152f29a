"""One plan, many fact sets: a plan and what a source holds → SQL for every subject's levels; what SQL cannot say exactly is left."""

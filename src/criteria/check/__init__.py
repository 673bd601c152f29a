"""Tree in, plan out: names, types, units and dates resolved; every fault of a plan in one run."""

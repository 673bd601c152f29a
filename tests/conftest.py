"""How the property tests run: briefly by default, for long with HYPOTHESIS_PROFILE=soak (`python3 dev.py soak`)."""

import os

from hypothesis import HealthCheck, settings

# No deadline: the first example pays for imports, and a busy machine is no fault of the code.
settings.register_profile("default", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("soak", parent=settings.get_profile("default"), max_examples=5_000, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))

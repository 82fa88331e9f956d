"""An oTree project with one page, for the comparison in docs/performance.md."""

SESSION_CONFIGS = [{"name": "placing", "num_demo_participants": 3, "app_sequence": ["placing"]}]
SESSION_CONFIG_DEFAULTS = {"real_world_currency_per_point": 1.00, "participation_fee": 0.00}
LANGUAGE_CODE, USE_POINTS, ADMIN_USERNAME, SECRET_KEY = "en", True, "admin", "for a benchmark on this machine only"

"""The screens. A module with a leading underscore is shared by several; one without is a page."""

"""The screens of Alexa: views as documents of its presentation language, and touches as the wishes that they are."""

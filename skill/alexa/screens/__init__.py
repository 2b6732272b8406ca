"""The screens of Alexa: views as documents of her presentation language, and touches as what they wish."""

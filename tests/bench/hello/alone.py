"""The least skill of all, which remembers nobody: Amazon's SDK and what it makes of a skill for Lambda."""

from ask_sdk_core.dispatch_components import AbstractRequestHandler
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_core.skill_builder import SkillBuilder
from ask_sdk_model import Response


class Hello(AbstractRequestHandler):
    """Answers everything."""

    def can_handle(self, handler_input: HandlerInput) -> bool:  # noqa: ARG002
        return True

    def handle(self, handler_input: HandlerInput) -> Response:
        said: Response = handler_input.response_builder.speak("Hello World!").response
        return said


_builder = SkillBuilder()
_builder.add_request_handler(Hello())
handler = _builder.lambda_handler()

"""The least skill that remembers anybody: Amazon's SDK and its own adapter for DynamoDB. Ours is measured beside it."""

from typing import Any

from ask_sdk_core.dispatch_components import AbstractRequestHandler
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_core.skill_builder import CustomSkillBuilder
from ask_sdk_dynamodb.adapter import DynamoDbAdapter
from ask_sdk_model import Response


class Hello(AbstractRequestHandler):
    """Answers everything."""

    def can_handle(self, handler_input: HandlerInput) -> bool:  # noqa: ARG002
        return True

    def handle(self, handler_input: HandlerInput) -> Response:
        remembered: dict[str, Any] = handler_input.attributes_manager.persistent_attributes
        remembered["visits"] = remembered.get("visits", 0) + 1
        handler_input.attributes_manager.save_persistent_attributes()
        said: Response = handler_input.response_builder.speak("Hello World!").response
        return said


_builder = CustomSkillBuilder(persistence_adapter=DynamoDbAdapter("hello"))
_builder.add_request_handler(Hello())
handler = _builder.lambda_handler()

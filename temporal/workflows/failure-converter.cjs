/**
 * Temporal's failure converter without stack traces: they name the folders of a machine and repeat an error's message,
 * and a history keeps them for as long as its case. The worker's log has them. The workflow bundle and the worker load
 * this file by its path, and the SDK loads a converter with `require`: that is why it is CommonJS.
 */

const { DefaultFailureConverter } = require('@temporalio/common')

/** A failure and its causes without their stack traces. */
const withoutStack = (failure) => ({
  ...failure,
  stackTrace: '',
  ...(failure.cause ? { cause: withoutStack(failure.cause) } : {}),
})

class StacklessFailureConverter extends DefaultFailureConverter {
  errorToFailure(error, payloadConverter, context) {
    return withoutStack(super.errorToFailure(error, payloadConverter, context))
  }
}

exports.failureConverter = new StacklessFailureConverter()

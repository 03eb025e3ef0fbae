using FluentValidation;
using MediatR;

namespace Project06.BuildingBlocks.Requests;

/// <summary>Runs a request's validators before its handler; failures become one ValidationException.</summary>
internal sealed class ValidationBehavior<TRequest, TResponse>(IEnumerable<IValidator<TRequest>> validators)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : notnull
{
    public async Task<TResponse> Handle(
        TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        foreach (var validator in validators)
        {
            var outcome = await validator.ValidateAsync(request, cancellationToken);
            if (!outcome.IsValid)
                throw new ValidationException(outcome.Errors);
        }
        return await next();
    }
}

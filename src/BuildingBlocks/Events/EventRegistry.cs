using System.Reflection;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Project06.BuildingBlocks.Persistence;

namespace Project06.BuildingBlocks.Events;

/// <summary>One reaction of one module to one kind of event.</summary>
/// <param name="Name">Stable name, such as <c>CivilStatus.OnPersonNumberIssued</c>.</param>
/// <param name="EventName">Name of the event.</param>
/// <param name="Event">Type of the event.</param>
/// <param name="Handler">Type of the handler.</param>
/// <param name="Module">The module whose role it runs under.</param>
public sealed record EventConsumer(string Name, string EventName, Type Event, Type Handler, ModuleDescriptor Module);

/// <summary>Who reacts to what, known from the code.</summary>
public sealed class EventRegistry(IEnumerable<EventConsumer> consumers)
{
    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly ILookup<string, EventConsumer> _byEvent = consumers.ToLookup(c => c.EventName);
    private readonly Dictionary<string, EventConsumer> _byName = consumers.ToDictionary(c => c.Name);

    /// <summary>The name of an event's type.</summary>
    public string NameOf(Type type) =>
        type.GetCustomAttribute<EventAttribute>()?.Name
        ?? throw new InvalidOperationException($"{type} needs an [Event] name.");

    /// <summary>The reactions to an event.</summary>
    public IEnumerable<EventConsumer> ConsumersOf(string eventName) => _byEvent[eventName];

    /// <summary>A reaction by name; null when no code has it any more.</summary>
    public EventConsumer? Find(string consumer) => _byName.GetValueOrDefault(consumer);

    internal static void AddHandlers(IServiceCollection services, ModuleDescriptor module)
    {
        foreach (var handler in module.Assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false }))
        {
            foreach (var reaction in handler.GetInterfaces().Where(i =>
                         i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEventHandler<>)))
            {
                var happened = reaction.GetGenericArguments()[0];
                var name = module.Assembly.GetName().Name!.Replace("Project06.", "", StringComparison.Ordinal) + "." + handler.Name;
                services.AddTransient(handler);
                services.AddSingleton(new EventConsumer(
                    name, happened.GetCustomAttribute<EventAttribute>()!.Name, happened, handler, module));
            }
        }
    }
}

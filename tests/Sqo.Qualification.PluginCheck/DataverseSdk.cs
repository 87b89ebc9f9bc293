using System;
using System.Collections.Generic;

namespace Sqo.Qualification.PluginCheck
{
    /// <summary>Stands for the types of the SDK of Dataverse that a plug-in uses, with the members that this one calls.</summary>
    internal static class DataverseSdk
    {
        /// <summary>What the platform passes to a plug-in when a record is saved.</summary>
        /// <param name="columns">The columns that are being saved, to which the plug-in adds its own. A decimal is money.</param>
        public static IServiceProvider Saving(IDictionary<string, object> columns)
        {
            var target = new Entity(columns);
            foreach (var column in new List<KeyValuePair<string, object>>(columns))
            {
                if (column.Value is decimal amount) target[column.Key] = new Money(amount);
            }

            return new SavedRecord(target, (DateTime)columns["modifiedon"]);
        }

        private sealed class SavedRecord : IServiceProvider, IPluginExecutionContext
        {
            public SavedRecord(Entity target, DateTime operationCreatedOn)
            {
                InputParameters["Target"] = target;
                OperationCreatedOn = operationCreatedOn;
            }

            public DateTime OperationCreatedOn { get; }

            public DataCollection<object> InputParameters { get; } = new DataCollection<object>();

            public DataCollection<Entity> PreEntityImages { get; } = new DataCollection<Entity>();

            public object GetService(Type serviceType) => serviceType == typeof(IPluginExecutionContext) ? this : null;
        }
    }

    internal interface IPluginExecutionContext
    {
        DateTime OperationCreatedOn { get; }

        DataCollection<object> InputParameters { get; }

        DataCollection<Entity> PreEntityImages { get; }
    }

    internal sealed class DataCollection<TValue> : Dictionary<string, TValue>
    {
        public bool Contains(string key) => ContainsKey(key);
    }

    internal sealed class Entity
    {
        private readonly IDictionary<string, object> _attributes;

        public Entity(IDictionary<string, object> attributes) => _attributes = attributes;

        public object this[string attributeName]
        {
            get => _attributes[attributeName];
            set => _attributes[attributeName] = value;
        }

        public bool Contains(string attributeName) => _attributes.ContainsKey(attributeName);

        public T GetAttributeValue<T>(string attributeLogicalName) =>
            _attributes.TryGetValue(attributeLogicalName, out var value) && value != null ? (T)value : default;
    }

    internal sealed class Money
    {
        public Money(decimal value) => Value = value;

        public decimal Value { get; }
    }
}

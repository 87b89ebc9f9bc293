using System.Collections.Generic;

namespace Sqo.Qualification.PluginCheck
{
    /// <summary>An opportunity as the platform hands it over: attributes by name, and those never filled in are not there.</summary>
    internal sealed class OpportunityRecord
    {
        private readonly IDictionary<string, object> _attributes;

        public OpportunityRecord(IDictionary<string, object> attributes) => _attributes = attributes;

        public string Text(string name) => _attributes.TryGetValue(name, out var value) ? value as string : null;

        public TValue? Value<TValue>(string name)
            where TValue : struct =>
            _attributes.TryGetValue(name, out var value) ? value as TValue? : null;
    }
}

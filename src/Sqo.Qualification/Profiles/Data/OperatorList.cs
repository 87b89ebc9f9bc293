using System;
using System.Collections.Generic;
using System.Linq;

namespace Sqo.Qualification;

/// <summary>The operators that fit a value: each calls the verb of the fluent API.</summary>
internal sealed class OperatorList
{
    private readonly Dictionary<string, Func<Operand, object>> _verbs = new(StringComparer.Ordinal);

    public OperatorList(IOperators operators) => operators.Offer(this);

    public IEnumerable<string> Names => _verbs.Keys.OrderBy(name => name, StringComparer.Ordinal);

    public bool Has(string name) => _verbs.ContainsKey(name);

    public void Add(string name, Func<Operand, object> verb) => _verbs.Add(name, verb);

    /// <summary>Calls the verb. A fault of the operand is reported with its path, and not again by the verb.</summary>
    public void Apply(string name, Operand operand, FaultList faults)
    {
        var before = faults.Count;
        faults.Place = operand.At;
        _verbs[name](operand);
        faults.Place = null;
        operand.CheckAllRead();
        if (operand.Found.Count == 0) return;
        faults.CutTo(before);
        foreach (var fault in operand.Found) fault(faults);
    }
}

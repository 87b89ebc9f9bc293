using System;

namespace Sqo.Qualification.PluginCheck
{
    /// <summary>Stands for the interface of that name in the SDK of Dataverse, which this check has no need of.</summary>
    public interface IPlugin
    {
        /// <summary>Runs when a record is written.</summary>
        /// <param name="serviceProvider">Gives the record's attributes as an <c>IDictionary&lt;string, object&gt;</c>.</param>
        void Execute(IServiceProvider serviceProvider);
    }
}

using System;

namespace Sqo.Qualification.PluginCheck
{
    /// <summary>Writes the verdict, the score and the reasons back to the opportunity.</summary>
    public sealed class QualifyOpportunityPlugin : IPlugin
    {
        // The platform keeps one instance of a plug-in and calls it from many threads, which is what a profile is made for.
        private static readonly QualificationProfile<SavedOpportunity> Profile = QualificationProfile.Create<SavedOpportunity>("crm", p =>
        {
            p.QualifyAt(60).NearMissWithin(10);
            p.Criterion("budget", o => o.Value<Money>("budgetamount")?.Value).AtLeast(10000m).Required()
                .Label("Budget").Currency("SEK").Ask("What has been set aside?");
            p.Criterion("decision-maker", o => o.Value<bool?>("decisionmaker")).IsTrue().Required()
                .Label("Decision maker").Ask("Who signs?");
            p.Criterion("need", o => o.Value<string>("need")).OneOf("must have", "should have").Weight(30)
                .Label("Need");
            p.Criterion("timing", o => o.Value<DateTime?>("estimatedclosedate")).WithinNext(days: 90).Weight(20)
                .Label("Close date");
            p.Group("engagement", g =>
            {
                g.Criterion("score", o => o.Value<double?>("engagementscore")).Linear(from: 0, to: 100).Weight(30)
                    .Label("Engagement").DecayBy(o => o.Value<DateTime?>("lastinteraction"), halfLifeDays: 30);
                g.Criterion("meetings", o => o.Value<int?>("meetings")).Steps(new CurvePoint(1, 0.5), new CurvePoint(3, 1)).Weight(20)
                    .Label("Meetings");
            }).Cap(40);
        });

        /// <inheritdoc/>
        public void Execute(IServiceProvider serviceProvider)
        {
            var context = (IPluginExecutionContext)serviceProvider.GetService(typeof(IPluginExecutionContext));
            var target = (Entity)context.InputParameters["Target"];
            var image = context.PreEntityImages.Contains("before") ? context.PreEntityImages["before"] : null;

            var result = Profile.Explain(new SavedOpportunity(target, image), context.OperationCreatedOn);

            target["sqo_verdict"] = result.Verdict.ToString();
            target["sqo_explanation"] = result.ToText(ExplanationTexts.Swedish);
            target["sqo_record"] = result.ToRecord().ToJson();
        }
    }
}

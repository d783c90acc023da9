package studio.backprop.train.regime;

import java.util.function.UnaryOperator;
import studio.backprop.environment.Environment;
import studio.backprop.project.agent.AgentMethod;
import studio.backprop.project.agent.PolicyMethod;
import studio.backprop.project.agent.ValueMethod;
import studio.backprop.train.agent.AgentHealth;
import studio.backprop.train.agent.AgentSnapshot;
import studio.backprop.train.agent.BatchedPolicy;
import studio.backprop.train.agent.Collector;
import studio.backprop.train.agent.EpisodeCurves;
import studio.backprop.train.agent.PolicyProbe;
import studio.backprop.train.agent.Transition;
import studio.backprop.train.agent.VectorEnvironment;

/** Builds snapshots and learning statistics of an agent, without side effects. */
final class AgentWatch {
  private final PolicyProbe preferences;

  AgentWatch(PolicyProbe preferences) {
    this.preferences = preferences;
  }

  /** @param valued adds Q(s, a) to the last transition */
  AgentSnapshot sight(AgentMethod method, Collector collector, UnaryOperator<Transition> valued) {
    VectorEnvironment environments = collector.worlds();
    return new AgentSnapshot(environments.world(), environments.state(0), environments.returned(0), environments.length(0),
        environments.taken(), epsilon(method, environments.taken()), collector.last().map(valued), collector.memorySight(),
        collector.lived(), collector.rollout(), collector.target(), environments.visits(), collector.log().curves());
  }

  AgentHealth health(AgentMethod method, Collector collector) {
    Environment environment = collector.worlds().world();
    long taken = collector.worlds().taken();
    EpisodeCurves curves = collector.log().curves();
    boolean evaluated = curves.looks() > 0;
    int best = evaluated ? curves.bestLook() : 0;
    float[] shares = preferences.shares(method instanceof PolicyMethod);
    return new AgentHealth(environment, taken, epsilon(method, taken), collector.highest(), environment.mostReturn(method.discount()),
        PolicyProbe.entropy(shares), BatchedPolicy.best(shares), curves.count(),
        curves.count() == 0 ? Double.NaN : curves.mean(curves.count() - 1), curves.looks(), evaluated ? curves.look(best) : Double.NaN,
        best + 1, evaluated ? curves.look(curves.looks() - 1) : Double.NaN);
  }

  private static double epsilon(AgentMethod method, long taken) {
    return method instanceof ValueMethod values ? values.epsilonAt(taken) : Double.NaN;
  }
}

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

/** What there is to see and to judge of an agent after a step. Changes nothing. */
final class AgentWatch {
  private final PolicyProbe preferences;

  AgentWatch(PolicyProbe preferences) {
    this.preferences = preferences;
  }

  /** @param valued adds Q(s, a) to the last transition */
  AgentSnapshot sight(AgentMethod method, Collector experience, UnaryOperator<Transition> valued) {
    VectorEnvironment worlds = experience.worlds();
    return new AgentSnapshot(worlds.world(), worlds.state(0), worlds.returned(0), worlds.length(0), worlds.taken(),
        epsilon(method, worlds.taken()), experience.last().map(valued), experience.memorySight(), experience.lived(), experience.rollout(),
        experience.target(), worlds.visits(), experience.log().curves());
  }

  AgentHealth health(AgentMethod method, Collector experience) {
    Environment world = experience.worlds().world();
    long taken = experience.worlds().taken();
    EpisodeCurves curves = experience.log().curves();
    boolean looked = curves.looks() > 0;
    int best = looked ? curves.bestLook() : 0;
    float[] shares = preferences.shares(method instanceof PolicyMethod);
    return new AgentHealth(world, taken, epsilon(method, taken), experience.highest(), world.mostReturn(method.discount()),
        PolicyProbe.entropy(shares), BatchedPolicy.best(shares), curves.count(),
        curves.count() == 0 ? Double.NaN : curves.mean(curves.count() - 1), curves.looks(), looked ? curves.look(best) : Double.NaN,
        best + 1, looked ? curves.look(curves.looks() - 1) : Double.NaN);
  }

  private static double epsilon(AgentMethod method, long taken) {
    return method instanceof ValueMethod values ? values.epsilonAt(taken) : Double.NaN;
  }
}

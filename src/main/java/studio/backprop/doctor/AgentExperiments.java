package studio.backprop.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import studio.backprop.project.Agent;
import studio.backprop.project.agent.ActorCritic;
import studio.backprop.project.agent.AgentMethod;
import studio.backprop.project.agent.Dqn;
import studio.backprop.project.agent.Ppo;
import studio.backprop.project.agent.Reinforce;
import studio.backprop.project.agent.ValueMethod;
import studio.backprop.text.Message;

/** Remedies for agents: one change each. */
final class AgentExperiments {
  private static final double SLOWER = 0.3;
  private static final int TIMES = 4;
  private static final double USUAL_EPSILON = 0.1;
  private static final int LONGEST_MEMORY = 1_000_000;
  private static final double ENTROPY = 0.01;
  private static final double MORE_ENTROPY = 3;

  private AgentExperiments() {}

  private static AgentMethod method(Patient patient) {
    return ((Agent) patient.project().assignment()).method();
  }

  /** Identity for other projects or methods. */
  private static Remedy changing(AgentMethod of, Message title, boolean afresh, UnaryOperator<AgentMethod> change) {
    return Remedy.trying(title, afresh, p -> p.assignment() instanceof Agent agent && agent.method().getClass() == of.getClass()
        ? p.withAssignment(agent.withMethod(change.apply(agent.method()))) : p);
  }

  /** Slower updates of the target network. */
  private static Optional<Remedy> slowerTarget(Patient patient) {
    if (!(method(patient) instanceof Dqn dqn)) {
      return Optional.empty();
    }
    if (dqn.tau() > 0) {
      double tau = Double.parseDouble(Remedy.plain(dqn.tau() / TIMES));
      return Optional.of(changing(dqn, Message.of("doctor.try.tau", Remedy.plain(tau)), true, now -> with((Dqn) now, dqn.sync(), tau)));
    }
    int sync = Math.min(LONGEST_MEMORY, TIMES * dqn.sync());
    return Optional.of(changing(dqn, Message.of("doctor.try.sync", sync), true, now -> with((Dqn) now, sync, 0)));
  }

  private static Dqn with(Dqn now, int sync, double tau) {
    return new Dqn(now.discount(), now.doubled(), now.epsilon(), now.epsilonEnd(), now.epsilonSteps(), now.memory(), now.warmUp(),
        now.every(), now.updates(), sync, tau);
  }

  static List<Remedy> forHighValues(Patient patient) {
    List<Remedy> all = new ArrayList<>();
    slowerTarget(patient).ifPresent(all::add);
    all.add(Experiments.rate(patient, SLOWER, true));
    if (method(patient) instanceof Dqn dqn && !dqn.doubled()) {
      all.add(changing(dqn, Message.of("doctor.try.double"), true, now -> new Dqn(dqn.discount(), true, dqn.epsilon(), dqn.epsilonEnd(),
          dqn.epsilonSteps(), dqn.memory(), dqn.warmUp(), dqn.every(), dqn.updates(), dqn.sync(), dqn.tau())));
    }
    return all;
  }

  static List<Remedy> forNoExploration(Patient patient) {
    ValueMethod values = (ValueMethod) method(patient);
    Remedy now = changing(values, Message.of("doctor.try.epsilon", Remedy.plain(USUAL_EPSILON)), false,
        old -> values.exploring(Math.max(USUAL_EPSILON, values.epsilon()), USUAL_EPSILON, values.epsilonSteps()));
    Remedy fromOne = changing(values, Message.of("doctor.try.epsilon.falls", Remedy.plain(USUAL_EPSILON)), true,
        old -> values.exploring(1, USUAL_EPSILON, Math.max(values.epsilonSteps(), 10_000)));
    return List.of(fromOne, now);
  }

  static List<Remedy> forOneAction(Patient patient) {
    AgentMethod now = method(patient);
    if (now instanceof ValueMethod) {
      List<Remedy> all = new ArrayList<>(forNoExploration(patient).subList(0, 1));
      all.add(Experiments.rate(patient, SLOWER, true));
      return all;
    }
    return List.of(moreEntropy(now), Experiments.rate(patient, SLOWER, true));
  }

  private static Remedy moreEntropy(AgentMethod now) {
    double before = now instanceof Ppo ppo ? ppo.entropy() : now instanceof Reinforce plain ? plain.entropy()
        : ((ActorCritic) now).entropy();
    double entropy = Double.parseDouble(Remedy.plain(Math.min(1, Math.max(ENTROPY, MORE_ENTROPY * before))));
    return changing(now, Message.of("doctor.try.entropy", Remedy.plain(entropy)), true, old -> {
      if (old instanceof Ppo ppo) {
        return new Ppo(ppo.discount(), ppo.lambda(), ppo.worlds(), ppo.steps(), ppo.passes(), ppo.clip(), entropy);
      } else if (old instanceof Reinforce plain) {
        return new Reinforce(plain.discount(), plain.worlds(), plain.steps(), entropy);
      }
      ActorCritic both = (ActorCritic) old;
      return new ActorCritic(both.discount(), both.lambda(), both.worlds(), both.steps(), entropy);
    });
  }

  static List<Remedy> forForgetting(Patient patient) {
    List<Remedy> all = new ArrayList<>();
    all.add(Experiments.rate(patient, SLOWER, true));
    slowerTarget(patient).ifPresent(all::add);
    if (method(patient) instanceof Dqn dqn && dqn.memory() < LONGEST_MEMORY) {
      int memory = Math.min(LONGEST_MEMORY, TIMES * dqn.memory());
      all.add(changing(dqn, Message.of("doctor.try.memory", memory), true, now -> new Dqn(dqn.discount(), dqn.doubled(),
          dqn.epsilon(), dqn.epsilonEnd(), dqn.epsilonSteps(), memory, dqn.warmUp(), dqn.every(), dqn.updates(), dqn.sync(), dqn.tau())));
    }
    return all;
  }
}

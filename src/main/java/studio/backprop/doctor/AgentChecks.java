package studio.backprop.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import studio.backprop.data.Scaling;
import studio.backprop.doctor.Evidence.Spread;
import studio.backprop.doctor.Finding.Figure;
import studio.backprop.doctor.Finding.Kind;
import studio.backprop.environment.ObservationVariable;
import studio.backprop.project.Agent;
import studio.backprop.project.agent.ValueMethod;
import studio.backprop.text.Measured;
import studio.backprop.text.Message;
import studio.backprop.train.agent.AgentHealth;
import studio.backprop.train.agent.PolicyProbe;

/** Checks of agents: diverging values, lack of exploration, forgetting. */
final class AgentChecks {
  /** Factor above the upper bound of the return, with tolerance for noise. */
  private static final double ABOVE = 1.1;
  private static final double LITTLE_EXPLORATION = 0.02;
  private static final int SOME_EPISODES = 20;
  private static final double FIFTH = 0.2;
  private static final double HALF = 0.5;
  static final int LOOKS_TO_FORGET = 2;
  static final int LOOKS_FOR_ACTIONS = 3;
  static final int LOOKS_FOR_SCALE = 5;
  private static final double ALWAYS_THE_SAME = 0.05;
  private static final double UNEVEN = 10;

  private AgentChecks() {}

  private static Agent agent(Patient patient) {
    return (Agent) patient.project().assignment();
  }

  static List<Finding> of(Patient patient) {
    return patient.stats().agent().map(seen -> Stream.of(
        highValues(patient, seen), unscaled(patient, seen), noExploration(patient, seen), oneAction(patient, seen), forgets(patient, seen))
        .flatMap(Optional::stream).toList()).orElse(List.of());
  }

  /** Scale of a node's targets: a critic's gradient grows with the returns. 1 for nodes outside the critic. */
  static double targets(Patient patient, int node) {
    boolean judges = patient.network().critic().map(critic -> critic.output().id())
        .filter(end -> GradientChains.of(patient.network()).stream().anyMatch(part -> part.containsAll(List.of(end, node)))).isPresent();
    double returned = patient.stats().agent().filter(seen -> judges && !Double.isNaN(seen.mean()))
        .map(seen -> seen.most() > 0 ? Math.min(seen.most(), Math.abs(seen.mean())) : Math.abs(seen.mean())).orElse(1.0);
    return Math.max(1, returned);
  }

  /** Checks that need more data, or do not apply to its method. */
  static List<Unjudged> unjudged(Patient patient) {
    List<Unjudged> all = new ArrayList<>();
    int looks = patient.stats().agent().map(AgentHealth::looks).orElse(0);
    if (!(agent(patient).method() instanceof ValueMethod)) {
      all.add(never(Kind.VALUES_RUN_AWAY, "policy"));
      all.add(never(Kind.EXPLORES_NO_MORE, "policy"));
    } else if (patient.stats().agent().map(AgentHealth::episodes).orElse(0) < SOME_EPISODES) {
      all.add(new Unjudged(Kind.EXPLORES_NO_MORE, Message.of("doctor.unjudged.episodes", SOME_EPISODES), true));
    }
    if (!agent(patient).method().keepsBest()) {
      all.add(never(Kind.FORGETS, "table"));
    } else if (looks < LOOKS_TO_FORGET) {
      all.add(later(Kind.FORGETS, LOOKS_TO_FORGET));
    }
    if (looks < LOOKS_FOR_ACTIONS) {
      all.add(later(Kind.ONE_ACTION, LOOKS_FOR_ACTIONS));
    }
    if (looks < LOOKS_FOR_SCALE && mayBeUneven(patient)) {
      all.add(later(Kind.UNSCALED_STATE, LOOKS_FOR_SCALE));
    }
    return all;
  }

  private static Unjudged never(Kind kind, String why) {
    return new Unjudged(kind, Message.of("doctor.unjudged." + why), false);
  }

  private static Unjudged later(Kind kind, int epochs) {
    return new Unjudged(kind, Message.of("doctor.unjudged.epoch", epochs), true);
  }

  private static Optional<Finding> highValues(Patient patient, AgentHealth seen) {
    double bound = seen.most() == 0 ? (ABOVE - 1) * Math.abs(seen.world().leastReward()) : ABOVE * seen.most();
    if (!(seen.highest() > bound)) {
      return Optional.empty();
    }
    double discount = agent(patient).method().discount();
    List<Figure> figures = List.of(new Figure(Message.of("doctor.figure.highest_value"), seen.highest()),
        new Figure(Message.of("doctor.figure.most_return"), seen.most()));
    return Optional.of(new Finding(Kind.VALUES_RUN_AWAY, patient.last(), figures,
        Message.of("doctor.values_run_away.sentence", new Measured(seen.highest()), new Measured(seen.most()), new Measured(discount)),
        Message.of("doctor.values_run_away.why"), AgentExperiments.forHighValues(patient)));
  }

  private static boolean mayBeUneven(Patient patient) {
    List<ObservationVariable> observed = agent(patient).environment().observed();
    boolean squares = observed.stream().allMatch(one -> one.low() == observed.get(0).low() && one.high() == observed.get(0).high());
    return patient.data().scaling() == Scaling.NONE && !squares;
  }

  private static Optional<Finding> unscaled(Patient patient, AgentHealth seen) {
    if (!mayBeUneven(patient) || seen.looks() < LOOKS_FOR_SCALE || !(seen.best() < seen.partly(HALF))) {
      return Optional.empty();
    }
    List<Spread> columns = patient.facts().columns();
    int largest = 0;
    int smallest = 0;
    for (int i = 0; i < columns.size(); i++) {
      largest = columns.get(i).size() > columns.get(largest).size() ? i : largest;
      smallest = columns.get(i).size() < columns.get(smallest).size() ? i : smallest;
    }
    Spread most = columns.get(largest);
    Spread least = columns.get(smallest);
    if (!(most.size() >= UNEVEN * least.size())) {
      return Optional.empty();
    }
    Message name = seen.world().observed().get(largest).title(); // a column for each number of the state
    Message other = seen.world().observed().get(smallest).title();
    List<Figure> figures = List.of(new Figure(Message.of("doctor.figure.size", name), most.size()),
        new Figure(Message.of("doctor.figure.size", other), least.size()),
        new Figure(Message.of("doctor.figure.best_greedy"), seen.best()));
    return Optional.of(new Finding(Kind.UNSCALED_STATE, DataChecks.inputs(patient), figures,
        Message.of("doctor.unscaled_state.sentence", name, new Measured(most.size()), other, new Measured(least.size())),
        Message.of("doctor.unscaled_state.why"), List.of(Experiments.scale())));
  }

  private static Optional<Finding> noExploration(Patient patient, AgentHealth seen) {
    boolean little = seen.epsilon() < LITTLE_EXPLORATION;
    if (!little || seen.episodes() < SOME_EPISODES || !(seen.mean() < seen.partly(FIFTH))) {
      return Optional.empty();
    }
    List<Figure> figures = List.of(new Figure(Message.of("doctor.figure.epsilon"), seen.epsilon()),
        new Figure(Message.of("doctor.figure.mean_return"), seen.mean()), solved(seen));
    return Optional.of(new Finding(Kind.EXPLORES_NO_MORE, List.of(), figures,
        Message.of("doctor.explores_no_more.sentence", new Measured(seen.epsilon()), new Measured(seen.mean()),
            new Measured(seen.world().solved())),
        Message.of("doctor.explores_no_more.why"), AgentExperiments.forNoExploration(patient)));
  }

  private static Figure solved(AgentHealth seen) {
    return new Figure(Message.of("doctor.figure.solved"), seen.world().solved());
  }

  private static Optional<Finding> oneAction(Patient patient, AgentHealth seen) {
    boolean same = seen.entropy() < ALWAYS_THE_SAME && seen.world().actions().size() > 1;
    if (!same || seen.looks() < LOOKS_FOR_ACTIONS || !(seen.last() < seen.partly(HALF))) {
      return Optional.empty();
    }
    int states = Math.min(PolicyProbe.STATES, patient.data().trainRows());
    List<Figure> figures = List.of(new Figure(Message.of("doctor.figure.action_entropy"), seen.entropy()),
        new Figure(Message.of("doctor.figure.last_greedy"), seen.last()), solved(seen));
    return Optional.of(new Finding(Kind.ONE_ACTION, patient.last(), figures,
        Message.of("doctor.one_action.sentence", states, seen.world().action(seen.preferred()), new Measured(seen.entropy())),
        Message.of("doctor.one_action.why"), AgentExperiments.forOneAction(patient)));
  }

  private static Optional<Finding> forgets(Patient patient, AgentHealth seen) {
    boolean learned = agent(patient).method().keepsBest() && seen.looks() >= LOOKS_TO_FORGET && seen.best() >= seen.partly(HALF);
    if (!learned || !(seen.last() < halfLost(seen))) {
      return Optional.empty();
    }
    List<Figure> figures = List.of(new Figure(Message.of("doctor.figure.best_greedy"), seen.best()),
        new Figure(Message.of("doctor.figure.last_greedy"), seen.last()));
    return Optional.of(new Finding(Kind.FORGETS, List.of(), figures,
        Message.of("doctor.forgets.sentence", new Measured(seen.best()), seen.bestAt(), new Measured(seen.last()), seen.looks()),
        Message.of("doctor.forgets.why"), AgentExperiments.forForgetting(patient)));
  }

  /** Midpoint between its best and the worst possible return. */
  private static double halfLost(AgentHealth seen) {
    double worst = seen.partly(0);
    return Double.isFinite(worst) ? (seen.best() + worst) / 2 : seen.best() - Math.abs(seen.best());
  }
}

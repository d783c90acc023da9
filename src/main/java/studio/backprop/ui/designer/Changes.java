package studio.backprop.ui.designer;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import studio.backprop.network.Node;
import studio.backprop.train.Example;
import studio.backprop.train.Run;
import studio.backprop.train.Snapshot;
import studio.backprop.ui.run.Learned;
import studio.backprop.ui.run.RunModel;

/**
 * How much all numbers differ from the step that was seen before: while single steps are taken, the last step. It keeps copies of two states,
 * and only while somebody looks.
 */
final class Changes {
  /** What was seen after a step. */
  private record State(Run run, long step, Example example, Map<Integer, float[]> outputs, Map<Integer, float[]> weights) {}

  private final RunModel run;
  private Optional<State> before = Optional.empty();
  private Optional<State> now = Optional.empty();

  Changes(RunModel run) {
    this.run = run;
  }

  /** Nobody looks any longer. */
  void forget() {
    before = Optional.empty();
    now = Optional.empty();
  }

  /** Takes what is seen now; of the same step only once. */
  void look(Snapshot snapshot) {
    Run current = run.runProperty().get();
    Example example = snapshot.activations().example();
    if (now.filter(state -> state.run != current).isPresent()) {
      forget();
    }
    if (now.filter(state -> state.step == snapshot.step() && state.example.equals(example)).isPresent()) {
      return;
    }
    if (now.filter(state -> state.step != snapshot.step()).isPresent()) {
      before = now;
    }
    now = Optional.of(copy(current, snapshot));
  }

  private static State copy(Run run, Snapshot snapshot) {
    Map<Integer, float[]> outputs = new HashMap<>();
    Map<Integer, float[]> weights = new HashMap<>();
    for (Node node : run.project().network().nodes()) {
      Optional.ofNullable(snapshot.activations().output(node.id())).ifPresent(output -> outputs.put(node.id(), output.clone()));
      Learned.of(run, snapshot, node).filter(learned -> snapshot.hasValues())
          .ifPresent(learned -> weights.put(node.id(), snapshot.values(learned.parameter()).clone()));
    }
    return new State(run, snapshot.step(), snapshot.activations().example(), outputs, weights);
  }

  /** The step with which is compared; empty until another was seen. */
  OptionalLong from() {
    return before.map(state -> OptionalLong.of(state.step)).orElse(OptionalLong.empty());
  }

  /** The step that is compared. */
  long to() {
    return now.map(State::step).orElse(0L);
  }

  /** What a node gives now minus what it gave, for the same example; empty where that is not known. */
  Optional<float[]> outputs(int node) {
    return before.filter(then -> then.example.equals(now.orElseThrow().example))
        .flatMap(then -> minus(now.orElseThrow().outputs.get(node), then.outputs.get(node)));
  }

  /** The weights of a node now minus those before. */
  Optional<float[]> weights(int node) {
    return before.flatMap(then -> minus(now.orElseThrow().weights.get(node), then.weights.get(node)));
  }

  private static Optional<float[]> minus(float[] now, float[] then) {
    if (now == null || then == null || now.length != then.length) {
      return Optional.empty();
    }
    float[] change = now.clone();
    for (int i = 0; i < change.length; i++) {
      change[i] -= then[i];
    }
    return Optional.of(change);
  }
}

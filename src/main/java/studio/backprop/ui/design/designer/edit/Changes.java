package studio.backprop.ui.design.designer.edit;

import java.util.Optional;
import studio.backprop.network.Node;
import studio.backprop.observe.PreviousSnapshot;
import studio.backprop.observe.Snapshot;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.workspace.run.ParameterIndex;
import studio.backprop.ui.workspace.run.RoundTexts;
import studio.backprop.ui.workspace.run.RunModel;
import studio.backprop.ui.workspace.run.StepChange;

/** Differences of all values between two steps, also when several steps lie between two frames. */
public record Changes(RunModel run) {
  /** The two steps, or why there is no difference. */
  public String sentence(Lang lang) {
    return run.snapshot().map(now -> switch (StepChange.of(now)) {
      case KNOWN -> lang.say(RoundTexts.key("legend.lens.change.between", run.projectProperty().get()), now.step() - 1, now.step());
      case TOO_LARGE -> lang.say("legend.lens.change.large");
      case NO_STEP -> lang.say("legend.lens.change");
      case NONE -> "";
    }).orElse("");
  }

  /** Whether a step is needed first. */
  public boolean awaited() {
    return run.snapshot().filter(now -> StepChange.of(now) == StepChange.NO_STEP).isPresent();
  }

  /** Change of a node's output for the chosen example; empty if unknown. */
  public Optional<float[]> outputs(int node) {
    return run.snapshot().flatMap(now -> now.earlier().flatMap(then -> minus(now.activations().output(node), then.output(node))));
  }

  public Optional<float[]> weights(Node node) {
    Optional<Snapshot> now = run.snapshot();
    Optional<PreviousSnapshot> then = now.flatMap(Snapshot::earlier);
    return then.flatMap(before -> ParameterIndex.of(run.runProperty().get(), now.get(), node)
        .flatMap(learned -> minus(now.get().values(learned.parameter()), before.values(learned.parameter()))));
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

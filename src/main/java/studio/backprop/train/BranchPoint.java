package studio.backprop.train;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import studio.backprop.plan.Parameter;
import studio.backprop.plan.Parameters;
import studio.backprop.project.Project;
import studio.backprop.tensor.Seeds;

/**
 * Step of a run from which another run branches off.
 *
 * @param project of the original run
 * @param learned parameters at that step
 */
public record BranchPoint(Project project, Parameters learned, Checkpoint at) {
  /** Parameters for a changed network: those of equal shape are copied, the others are initialized. */
  public Parameters renewed(Project now) {
    return Parameters.renewed(now.network(), now.network().analyse(), new Seeds(now.training().seed()), learned);
  }

  /** Whether shapes and kinds agree. */
  boolean fits(Parameters others) {
    return others.all().size() == learned.all().size() && others.newSince(learned).isEmpty();
  }

  /** Whether all parameters have the same kind of optimizer in both projects, so that its state can be kept. */
  boolean sameOptimizers(Project now) {
    return Stream.concat(optimizers(project), optimizers(now)).distinct().count() == 1;
  }

  private Stream<Class<?>> optimizers(Project of) {
    return of.network().nodes().stream()
        .map(node -> of.assignment().optimizer(of.network(), node.id(), of.training().optimizer()).getClass());
  }

  boolean sameData(Project now) {
    return now.assignment().withLive(project.assignment()).equals(project.assignment());
  }

  /** Optimizer slots for other parameters: kept for those that were copied, zero for the rest. */
  float[][] slots(Parameters others, float[][] nothing) {
    float[][] then = at.progressed().slots();
    List<Parameter> before = learned.learned();
    List<Parameter> now = others.learned();
    int each = now.isEmpty() ? 0 : nothing.length / now.size();
    float[][] memory = nothing.clone();
    for (int p = 0; p < now.size(); p++) {
      Optional<Parameter> same = learned.find(now.get(p).node(), now.get(p).name());
      int old = same.map(before::indexOf).orElse(-1);
      for (int i = 0; i < each && old >= 0; i++) {
        float[] kept = then[old * each + i];
        memory[p * each + i] = kept.length == nothing[p * each + i].length ? kept : nothing[p * each + i];
      }
    }
    return memory;
  }
}

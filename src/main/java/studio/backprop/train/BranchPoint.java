package studio.backprop.train;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import studio.backprop.plan.Parameter;
import studio.backprop.plan.Parameters;
import studio.backprop.project.Project;
import studio.backprop.tensor.Seeds;

/**
 * A step of a run, from which another run goes on otherwise.
 *
 * @param project of the run that is left
 * @param learned what it had learned by then
 * @param at where that was
 */
public record BranchPoint(Project project, Parameters learned, Checkpoint at) {
  /** The parameters of another network: those that still fit are taken over, the others begin anew. */
  public Parameters renewed(Project now) {
    return Parameters.renewed(now.network(), now.network().analyse(), new Seeds(now.training().seed()), learned);
  }

  /** Whether others are of the same kinds, one by one. */
  boolean fits(Parameters others) {
    return others.all().size() == learned.all().size() && others.newSince(learned).isEmpty();
  }

  /** Whether all parameters are moved by one kind of optimizer, then and now: what it keeps can go over. */
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

  /** What an optimizer of the same kind remembers of others: of those that were taken over what it did, of the rest nothing. */
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

package studio.backprop.derivation;

import java.util.ArrayList;
import java.util.List;
import studio.backprop.op.Rearrange;
import studio.backprop.plan.Step;

/** Converts a path of the chain rule to factors with place, symbols and curve. */
final class Telling {
  private final Slopes slopes;
  private final Naming naming;
  private final OpCurves curves;
  private final List<Step> real;

  /** @param real ops of the step itself, some of which may have no backward pass */
  Telling(Slopes slopes, Naming naming, List<Step> real) {
    this.slopes = slopes;
    this.naming = naming;
    this.curves = new OpCurves(slopes, naming);
    this.real = real;
  }

  Explanation.Path path(ChainRule.Way way) {
    List<Factor> factors = new ArrayList<>();
    double running = 1;
    for (Link link : way.links()) {
      Step at = slopes.plan().steps().get(link.step());
      running *= link.slope();
      if (!(at.op() instanceof Rearrange)) { // only rearranged in memory
        ClosedForm form = ClosedForm.of(link, at.op(), naming);
        factors.add(new Factor(
            at.node(), at.op().name(), naming.place(link.to()), naming.place(link.from()), form.letters(), form.numbers(), link.slope(),
            running,
            slopes.plan().steps().size() + backwardSteps(link.step()), curves.of(link), at.op().getClass().getSimpleName()));
      }
    }
    return new Explanation.Path(factors, way.product());
  }

  /** Number of backward ops up to this step; one without backward pass counts with the last that has one. */
  private int backwardSteps(int step) {
    return (int) real.stream().skip(step).filter(Step::goesBack).count();
  }
}

package studio.backprop.ui.watch.plots;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import studio.backprop.observe.Example;
import studio.backprop.ui.kit.Coordinates;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Mark;
import studio.backprop.ui.kit.Readout;
import studio.backprop.ui.kit.Span;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.workspace.run.DataTexts;

/**
 * Scatter plot of the examples of a regression: a value of each or, in the alternative view, the residual. A click selects an example.
 *
 * @param <A> the kind of output it draws
 */
abstract class PairedExamples<A extends NetworkOutput> extends ScoredPicture<A> {
  private static final double NEAR = 12;
  private static final int MOST = 1000;

  private Span across = new Span();
  private Span up = new Span();

  PairedExamples(OutputModel model, Lang lang, ThemeModel theme, Class<A> kind) {
    super(model, lang, theme, kind, "plots.residuals");
  }

  abstract NetworkOutput.Pairs pairs();

  /** Horizontal value of an example. */
  abstract double over(int example);

  /** Vertical value in the default view. */
  abstract double level(int example);

  /** Range of the horizontal values; other content may extend it. */
  final Span across() {
    return across;
  }

  final Span up() {
    return up;
  }

  /** Whether residuals are shown. */
  final boolean residual() {
    return seenTheSecondWay();
  }

  final double height(int example) {
    return residual() ? pairs().truth()[example] - pairs().predicted()[example] : level(example);
  }

  final Coordinates coordinates() {
    return new Coordinates(across, up, width(), height());
  }

  final String target() {
    return new DataTexts(lang()).target(answer().judged().data().dataset());
  }

  private int count() {
    return pairs().truth().length;
  }

  /** Every n-th of very many is drawn. */
  private int step() {
    return count() / MOST + 1;
  }

  @Override
  public final List<String> detail(NetworkOutput shown) {
    return List.of(lang().say("plots.at_step", shown.judged().step()));
  }

  @Override
  void measure() {
    across = new Span();
    up = new Span();
    for (int i = 0; i < count(); i++) {
      across.add(over(i));
      up.add(height(i));
    }
  }

  /** In the current colour, with a ring around the selected example. */
  final void points(GraphicsContext g, Coordinates plane, double size) {
    for (int i = 0; i < count(); i += step()) {
      g.fillOval(plane.x(over(i)) - size / 2, plane.y(height(i)) - size / 2, size, size);
    }
    chosen().ifPresent(example -> Mark.ring(g, theme().palette(), plane.x(over(example)), plane.y(height(example))));
  }

  @Override
  final OptionalInt chosen() {
    Example example = model().run().observation().exampleProperty().get();
    return example.part() == answer().judged().part() ? pairs().firstOf(example.row()) : OptionalInt.empty();
  }

  @Override
  final Optional<Integer> at(MouseEvent place) {
    Coordinates plane = coordinates();
    int best = -1;
    double nearest = NEAR * NEAR;
    for (int i = 0; i < count(); i += step()) {
      double dx = plane.x(over(i)) - place.getX();
      double dy = plane.y(height(i)) - place.getY();
      if (dx * dx + dy * dy < nearest) {
        nearest = dx * dx + dy * dy;
        best = i;
      }
    }
    return best < 0 ? Optional.empty() : Optional.of(best);
  }

  @Override
  final void read(Readout readout, MouseEvent place, String said) {
    readout.showAt(place.getX(), place.getY(), width(), height(), said);
  }

  /** Clamped to the first and the last. */
  @Override
  final void choose(int example) {
    int chosen = Math.max(0, Math.min(count() - 1, example));
    model().run().observation().chooseExample(new Example(answer().judged().part(), pairs().rows()[chosen]));
  }

  @Override
  final String say(int example) {
    return lang().say("plots.pair_reading", partName(answer().judged().part()), pairs().rows()[example] + 1, target(),
        value(pairs().truth()[example]), value(pairs().predicted()[example]),
        number(pairs().predicted()[example] - pairs().truth()[example]));
  }
}

package studio.backprop.ui.design.designer.node;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import studio.backprop.layer.Ties;
import studio.backprop.network.Node;
import studio.backprop.observe.Activations;
import studio.backprop.tensor.Shape;
import studio.backprop.ui.design.designer.edit.CanvasDesk;
import studio.backprop.ui.kit.Token;
import studio.backprop.ui.workspace.run.ColourReach;

/** Input of a max pooling with the winner of each window marked, which alone is passed on and alone gets a gradient. */
final class WinnersAside extends StackPane implements OutputAside {
  private final Node source;
  private final OutputCells picture;
  private final CellMarks marks;
  /** Input indices of each output's window. */
  private final int[][] windows;
  private BitSet winners = new BitSet();

  private WinnersAside(CanvasDesk desk, Node source, Shape shape, int[][] windows, int width, int height) {
    this.source = source;
    this.windows = windows;
    picture = new OutputCells(shape, width, height, false, desk.theme().paletteProperty(), ColourReach.Limit.OWN);
    marks = new CellMarks(desk, picture);
    marks.setManaged(true);
    getChildren().addAll(picture, marks);
  }

  static Optional<OutputAside> of(CanvasDesk desk, Node node, int width, int height) {
    List<Node> sources = desk.model().network().sources(node.id());
    Optional<Shape> given = sources.stream().findFirst().flatMap(source -> desk.model().document().analysis().shape(source.id()));
    Optional<Shape> answer = desk.model().document().analysis().shape(node.id());
    if (given.isEmpty() || answer.isEmpty()) {
      return Optional.empty();
    }
    Ties ties = node.layer().ties(List.of(given.get()));
    int[][] windows = IntStream.range(0, (int) answer.get().count()).mapToObj(place -> {
      BitSet one = new BitSet();
      one.set(place);
      return ties.sources(one).get(0).stream().toArray();
    }).toArray(int[][]::new);
    return Optional.of(new WinnersAside(desk, sources.get(0), given.get(), windows, width, height));
  }

  @Override
  public Region view() {
    return this;
  }

  @Override
  public void show(Activations seen) {
    if (!seen.has(source.id())) {
      return;
    }
    float[] numbers = seen.output(source.id());
    picture.show(numbers);
    BitSet now = new BitSet();
    for (int[] window : windows) {
      int best = window[0];
      for (int place : window) {
        best = numbers[place] > numbers[best] ? place : best;
      }
      if (numbers[best] != 0) {
        now.set(best);
      }
    }
    if (!now.equals(winners)) {
      winners = now;
      marks.show(winners, false, Token.TERM_RIM);
    }
  }

  @Override
  public int outputAt(double x, double y) {
    int cell = picture.cellAt(x - picture.getLayoutX(), y - picture.getLayoutY());
    return cell < 0 ? -1 : IntStream.range(0, windows.length).filter(at -> IntStream.of(windows[at]).anyMatch(place -> place == cell))
        .findFirst().orElse(-1);
  }

  @Override
  public void redraw() {
    picture.paint();
    marks.show(winners, false, Token.TERM_RIM);
  }
}

package studio.backprop.ui.watch.plots;

import java.util.List;
import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;
import studio.backprop.environment.Grid;
import studio.backprop.project.Agent;
import studio.backprop.project.agent.MethodCatalog;
import studio.backprop.run.Run;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Token;
import studio.backprop.ui.workspace.environment.GridPainter;
import studio.backprop.ui.workspace.run.RunModel;

/**
 * Grid environment with action values, path, and changes: the path of the previous method, or the cells whose greedy action has changed
 * since γ or the rewards were changed.
 */
final class SquaresView {
  private final RunModel run;
  private final EnvironmentTexts words;
  private NetworkOutput.World newest;
  private GridPainter painter;
  private Optional<Earlier> earlier = Optional.empty();

  /** Path and outputs by cell of an agent trained with another method or other settings. */
  private record Earlier(Agent agent, int squares, List<Integer> path, float[] outputs) {
    Message method() {
      return MethodCatalog.typeOf(agent.method()).title();
    }
  }

  /** Computed at rest, too, while hidden: else the stored path would be outdated. */
  SquaresView(OutputModel model, EnvironmentTexts words) {
    this.words = words;
    this.run = model.run();
    model.watch(() -> newest != null && newest.episode().world() instanceof Grid && !run.playing());
    model.answerProperty().subscribe(answer -> newest = answer instanceof NetworkOutput.World world ? world : newest);
    run.runProperty().subscribe(this::leave);
    run.openingsProperty().subscribe((before, now) -> {
      earlier = Optional.empty();
      newest = null;
    });
  }

  private void leave(Run before, Run now) {
    boolean seen = before != null && newest != null && newest.judged().step() > 0;
    if (!seen || !(newest.episode().world() instanceof Grid grid) || !(before.project().assignment() instanceof Agent left)) {
      return;
    }
    boolean same = now != null && now.project().assignment().equals(left);
    if (!same) {
      earlier = Optional.of(new Earlier(left, grid.rows() * grid.columns(),
          places(newest.episode().path(newest.episode().moments().size())), newest.map()));
    }
  }

  private static List<Integer> places(List<double[]> states) {
    return states.stream().map(state -> (int) state[0]).toList();
  }

  private Optional<Agent> agent() {
    Run now = run.runProperty().get();
    return now != null && now.project().assignment() instanceof Agent agent ? Optional.of(agent) : Optional.empty();
  }

  private Optional<Earlier> earlier(Grid squares) {
    return earlier.filter(left -> left.agent().environment().id().equals(squares.id()))
        .filter(left -> left.squares() == squares.rows() * squares.columns()).filter(left -> !agent().equals(Optional.of(left.agent())));
  }

  private boolean bySame(Earlier left) {
    return agent().map(now -> MethodCatalog.typeOf(now.method()).title()).equals(Optional.of(left.method()));
  }

  /** The path of another method, unless a wall now crosses it. */
  private Optional<Earlier> path(Grid squares) {
    return earlier(squares).filter(left -> !bySame(left))
        .filter(left -> left.path().stream().noneMatch(place -> squares.square(place) == Grid.Square.WALL));
  }

  /** Cells whose greedy action differs from that with other settings of the method or the map. */
  private List<Integer> turned(Grid squares, NetworkOutput.World now) {
    return earlier(squares).filter(this::bySame).filter(left -> left.outputs().length == now.map().length)
        .map(left -> GridPainter.turned(squares, left.outputs(), now.map())).orElse(List.of());
  }

  /** Legend of the purple marks; empty for none. */
  Optional<Message> before(Grid squares, NetworkOutput.World now) {
    return path(squares).map(left -> Message.of("plots.path_before", left.method()))
        .or(() -> turned(squares, now).isEmpty() ? Optional.empty() : Optional.of(Message.of("plots.turned_before")));
  }

  void forget() {
    painter = null;
  }

  /** @param path so far @param state the shown one */
  void paint(GraphicsContext g, Palette palette, Grid squares, double width, double height, NetworkOutput.World now,
      List<double[]> path, double[] state) {
    painter = new GridPainter(g, palette, squares, 0, 0, width, height).callCliff(words.cliff(squares));
    painter.under(path(squares).map(Earlier::path).orElse(List.of()));
    painter.paint(now.map(), now.policy(), places(path), (int) state[0]);
    turned(squares, now).forEach(place -> painter.frame(place, palette.color(Token.TIME)));
  }

  /** The open cell under a point; empty for none. */
  Optional<Integer> at(Grid squares, double x, double y) {
    int square = painter == null ? -1 : painter.at(x, y);
    return square >= 0 && squares.isOpen(square) ? Optional.of(square) : Optional.empty();
  }
}

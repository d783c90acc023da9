package studio.backprop.ui.plots;

import java.util.List;
import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;
import studio.backprop.environment.Grid;
import studio.backprop.project.Agent;
import studio.backprop.project.agent.MethodCatalog;
import studio.backprop.text.Message;
import studio.backprop.train.run.Run;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.run.RunModel;
import studio.backprop.ui.world.GridPainter;

/** A map of squares with what the agent thinks of each, its path, and under that the path of the method that learned there before. */
final class SquaresView {
  private final RunModel run;
  private final WorldWords words;
  private NetworkOutput.World newest;
  private GridPainter painter;
  private Optional<Earlier> earlier = Optional.empty();

  /** The way that an agent took which learned by another method. */
  private record Earlier(String world, int squares, Message method, List<Integer> path) {}

  /** The network is asked at rest, too, while nobody looks: else the path that is kept were one of long before. */
  SquaresView(OutputModel model, WorldWords words) {
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
    boolean same = now != null && now.project().assignment() instanceof Agent next
        && MethodCatalog.typeOf(next.method()) == MethodCatalog.typeOf(left.method());
    if (!same) {
      earlier = Optional.of(new Earlier(grid.id(), grid.rows() * grid.columns(), MethodCatalog.typeOf(left.method()).title(),
          places(newest.episode().path(newest.episode().moments().size()))));
    }
  }

  private static List<Integer> places(List<double[]> states) {
    return states.stream().map(state -> (int) state[0]).toList();
  }

  private Optional<Earlier> earlier(Grid squares) {
    Run now = run.runProperty().get();
    Optional<Message> method = now != null && now.project().assignment() instanceof Agent agent
        ? Optional.of(MethodCatalog.typeOf(agent.method()).title()) : Optional.empty();
    return earlier.filter(left -> left.world().equals(squares.id()) && left.squares() == squares.rows() * squares.columns())
        .filter(left -> left.path().stream().noneMatch(place -> squares.square(place) == Grid.Square.WALL))
        .filter(left -> !method.equals(Optional.of(left.method())));
  }

  /** The method whose path is under that of now; empty where there is none. */
  Optional<Message> before(Grid squares) {
    return earlier(squares).map(Earlier::method);
  }

  void forget() {
    painter = null;
  }

  /** @param path so far @param state that is seen */
  void paint(GraphicsContext g, Palette palette, Grid squares, double width, double height, NetworkOutput.World now,
      List<double[]> path, double[] state) {
    painter = new GridPainter(g, palette, squares, 0, 0, width, height).callCliff(words.cliff(squares));
    painter.under(earlier(squares).map(Earlier::path).orElse(List.of()));
    painter.paint(now.map(), now.policy(), places(path), (int) state[0]);
  }

  /** The open square under a point; empty where there is none. */
  Optional<Integer> at(Grid squares, double x, double y) {
    int square = painter == null ? -1 : painter.at(x, y);
    return square >= 0 && squares.isOpen(square) ? Optional.of(square) : Optional.empty();
  }
}

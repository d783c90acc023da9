package studio.backprop.ui.watch.plots;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import studio.backprop.data.Part;
import studio.backprop.data.Task;
import studio.backprop.observe.Example;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Readout;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.Token;
import studio.backprop.ui.workspace.run.PictureSheet;
import studio.backprop.ui.workspace.run.PictureSheet.Kind;

/**
 * Image-to-image predictions: a strip of examples with input, target, output, difference and error. A click selects an example; the strip
 * pages to it. A network with a decoder has a page of samples, too.
 */
final class ImagePredictionsView implements Picture {
  private static final double GAP = 6;
  private static final double LINE = 16;
  /** Width of the row names. */
  private static final double NAMES = 76;
  /** Maximum width of a picture. */
  private static final double MOST = 160;
  /** Minimum number of examples, at the cost of smaller pictures. */
  private static final int FEWEST = 3;
  private static final double LEAST = 24;
  private static final int DIGITS = 2;

  private final OutputModel model;
  private final Lang lang;
  private final ThemeModel theme;
  private final Painting painting = new Painting(this::paint);
  private final Readout readout = new Readout();
  private final Scoreboard scores;
  private final SamplesPage invented;
  private final ToggleButton inventing = new ToggleButton();
  private final Region node;
  private NetworkOutput.Pictures answer;

  ImagePredictionsView(OutputModel model, Lang lang, ThemeModel theme) {
    this.model = model;
    this.lang = lang;
    this.theme = theme;
    this.scores = new Scoreboard(lang);
    painting.setMinSize(0, 0);
    StackPane strip = PlotInteraction.pane(painting, readout, this::read, this::press, this::key);
    strip.getStyleClass().add("pictures");
    VBox.setVgrow(strip, Priority.ALWAYS);
    VBox examples = new VBox(strip, scores);
    examples.getStyleClass().add("strip");
    this.invented = new SamplesPage(model, lang, theme);
    PlotInteraction.label(inventing, lang, "plots.invent", () -> {});
    inventing.selectedProperty().bindBidirectional(model.inventingProperty());
    inventing.managedProperty().bind(inventing.visibleProperty());
    invented.visibleProperty().bind(inventing.visibleProperty().and(inventing.selectedProperty()));
    examples.visibleProperty().bind(invented.visibleProperty().not());
    this.node = new StackPane(examples, invented);
  }

  @Override
  public Optional<Node> tool() {
    return Optional.of(inventing);
  }

  @Override
  public Region node() {
    return node;
  }

  @Override
  public List<String> detail(NetworkOutput shown) {
    return List.of(lang.say("plots.at_step", shown.judged().step()));
  }

  @Override
  public void show(NetworkOutput shown, boolean anew) {
    answer = (NetworkOutput.Pictures) shown;
    inventing.setVisible(answer.invented().isPresent());
    answer.invented().ifPresent(invented::show);
    scores.show(answer.judged());
    if (classes()) {
      scores.overlap(answer.overlap());
    }
    mark();
  }

  @Override
  public void mark() {
    painting.repaint();
    painting.setAccessibleText(chosen().map(this::say).orElse(""));
  }

  /** The selected example, if it is in the evaluated part. */
  private Optional<Example> chosen() {
    Example example = model.run().observation().exampleProperty().get();
    return Optional.of(example)
        .filter(e -> e.drawn().isEmpty() && e.part() == answer.judged().part() && e.row() < answer.judged().rows());
  }

  // --- drawing

  /** Layout of the pictures. */
  private record Grid(double side, double tall, int columns, int first, List<Kind> kinds) {
    double x(int column) {
      return NAMES + column * (side + GAP);
    }

    double y(int row) {
      return row * (tall + GAP) + GAP / 2;
    }
  }

  private Grid grid(double width, double height) {
    List<Kind> kinds = PictureSheet.kinds(answer.judged().data().dataset());
    double tall = new PictureSheet(answer.judged().data(), 1).tall();
    double room = (height - LINE) / kinds.size() - GAP;
    double side = Math.max(LEAST, Math.min(MOST, Math.min(room / tall, (width - NAMES) / FEWEST - GAP)));
    int columns = (int) Math.max(1, Math.min(answer.judged().rows(), (width - NAMES) / (side + GAP)));
    int first = chosen().map(example -> example.row() / columns * columns).orElse(0);
    return new Grid(side, side * tall, columns, first, kinds);
  }

  private Optional<Example> at(Grid grid, int column) {
    int row = grid.first() + column;
    return row < answer.judged().rows() ? Optional.of(new Example(answer.judged().part(), row)) : Optional.empty();
  }

  private void paint(GraphicsContext g, double width, double height) {
    if (answer == null) {
      return;
    }
    Grid grid = grid(width, height);
    PictureSheet sheet = new PictureSheet(answer.judged().data(), grid.columns());
    for (int column = 0; column < grid.columns(); column++) {
      int place = column;
      at(grid, column).ifPresent(example -> sheet.set(place, example, Optional.of(answer.predictions()), theme.palette()));
    }
    sheet.update();
    g.setTextBaseline(VPos.CENTER);
    paintNames(g, grid);
    for (int column = 0; column < grid.columns(); column++) {
      int place = column;
      at(grid, column).ifPresent(example -> paintExample(g, grid, sheet, place, example));
    }
  }

  private void paintNames(GraphicsContext g, Grid grid) {
    g.setTextAlign(TextAlignment.LEFT);
    g.setFill(theme.palette().color(Token.MUT));
    for (int row = 0; row < grid.kinds().size(); row++) {
      Painting.write(g, name(grid.kinds(), row), 0, grid.y(row) + grid.tall() / 2, NAMES - GAP);
    }
    Painting.write(
        g, lang.say(classes() ? "plots.row.right" : "plots.row.off"), 0, grid.y(grid.kinds().size()) + LINE / 2 - GAP / 2, NAMES - GAP);
  }

  private String name(List<Kind> kinds, int row) {
    Kind kind = kinds.get(row);
    boolean both = kind == Kind.INPUT && !kinds.contains(Kind.ANSWER);
    return lang.say("plots.row." + (both ? "both" : kind.name().toLowerCase(Locale.ROOT)));
  }

  private void paintExample(GraphicsContext g, Grid grid, PictureSheet sheet, int column, Example example) {
    Palette palette = theme.palette();
    double x = grid.x(column);
    if (chosen().filter(example::equals).isPresent()) {
      g.setStroke(palette.color(Token.ACCENT));
      g.setLineWidth(2);
      g.strokeRoundRect(x - GAP / 2 + 1, 1, grid.side() + GAP - 2, grid.y(grid.kinds().size()) + LINE - GAP, 6, 6);
    }
    for (int row = 0; row < grid.kinds().size(); row++) {
      sheet.paint(g, column, row, x, grid.y(row), grid.side());
      g.setStroke(palette.color(Token.BORDER));
      g.setLineWidth(1);
      g.strokeRect(x - 0.5, grid.y(row) - 0.5, grid.side() + 1, grid.tall() + 1);
    }
    g.setTextAlign(TextAlignment.CENTER);
    g.setFill(palette.color(Token.FG));
    Painting.write(g, quality(example), x + grid.side() / 2, grid.y(grid.kinds().size()) + LINE / 2 - GAP / 2, grid.side() + GAP - 2);
  }

  private boolean classes() {
    return answer.judged().data().dataset().task() == Task.CLASSES;
  }

  /** Pixel accuracy, or mean error. */
  private String quality(Example example) {
    return classes()
        ? lang.numbers().percent(answer.predictions().rightShare(example.part(), example.row()), 0)
        : lang.numbers().significant(answer.predictions().meanError(example.part(), example.row()), DIGITS);
  }

  // --- mouse and keys

  private Optional<Example> under(MouseEvent mouse) {
    if (answer == null) {
      return Optional.empty();
    }
    Grid grid = grid(painting.getWidth(), painting.getHeight());
    int column = (int) Math.floor((mouse.getX() - NAMES + GAP / 2) / (grid.side() + GAP));
    return column < 0 || column >= grid.columns() ? Optional.empty() : at(grid, column);
  }

  private void read(MouseEvent mouse) {
    under(mouse).ifPresentOrElse(
        example -> readout.showAt(mouse.getX(), mouse.getY(), painting.getWidth(), painting.getHeight(), say(example)), readout::hide);
  }

  private void press(MouseEvent mouse) {
    painting.requestFocus();
    under(mouse).ifPresent(model.run().observation()::chooseExample);
  }

  /** Keys for the next or previous example, or page. */
  private void key(KeyEvent key) {
    if (answer == null) {
      return;
    }
    int columns = grid(painting.getWidth(), painting.getHeight()).columns();
    int from = chosen().map(Example::row).orElse(-1);
    int rows = answer.judged().rows();
    int to = switch (key.getCode()) {
      case LEFT -> from - 1;
      case RIGHT -> from + 1;
      case UP, PAGE_UP -> from - columns;
      case DOWN, PAGE_DOWN -> from + columns;
      case HOME -> 0;
      case END -> rows - 1;
      default -> Integer.MIN_VALUE;
    };
    if (to != Integer.MIN_VALUE) {
      model.run().observation().chooseExample(new Example(answer.judged().part(), Math.max(0, Math.min(rows - 1, to))));
      key.consume();
    }
  }

  private String say(Example example) {
    String part = lang.say("plots.part_name." + (example.part() == Part.TRAIN ? "train" : "validation"));
    return lang.say(classes() ? "plots.picture_right" : "plots.picture_off", part, example.row() + 1, quality(example));
  }
}

package studio.backprop.ui.judge.examples;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import studio.backprop.observe.Example;
import studio.backprop.observe.predict.Predictions;
import studio.backprop.ui.kit.GraphPicture;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.Token;
import studio.backprop.ui.workspace.run.PictureSheet;

/** Sheet of pictures with true and predicted classes. Virtualized: only visible ones are drawn. */
final class ExampleImagesPane extends HBox {
  private static final double PICTURE = 88;
  private static final double LINE = 16;
  private static final double GAP = 12;
  private static final double INSET = 6;
  private static final double WIDE = PICTURE + GAP;
  private static final double MARK = 14;
  private static final double CHIP = 18;

  private final ExamplesModel model;
  private final ThemeModel theme;
  private final ExamplesTexts words;
  private final Painting painting = new Painting(this::paint);
  private final ScrollBar bar = new ScrollBar();
  private final Text measure = new Text();

  ExampleImagesPane(ExamplesModel model, Lang lang, ThemeModel theme) {
    this.model = model;
    this.theme = theme;
    this.words = new ExamplesTexts(lang);
    bar.setOrientation(Orientation.VERTICAL);
    getStyleClass().add("picture-sheet");
    painting.setId("pictures");
    HBox.setHgrow(painting, Priority.ALWAYS);
    getChildren().addAll(painting, bar);
    painting.setFocusTraversable(true);
    painting.getStyleClass().add("focusable");
    painting.setMinSize(0, 0);
    painting.setOnMousePressed(this::press);
    painting.setOnScroll(e -> bar.setValue(Math.max(0, Math.min(bar.getMax(), bar.getValue() - e.getDeltaY() / tall()))));
    painting.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    painting.heightProperty().subscribe(this::fit);
    painting.widthProperty().subscribe(this::fit);
    bar.valueProperty().subscribe(painting::repaint);
    model.listProperty().subscribe(this::fit);
    model.predictionsProperty().subscribe(this::fit);
    model.exampleProperty().subscribe(this::follow);
    theme.paletteProperty().subscribe(painting::repaint);
    lang.whenWrittenAnew(painting::repaint);
  }

  Node focus() {
    return painting;
  }

  private Optional<ExampleList> list() {
    return model.listProperty().get().filter(list -> list.data().dataset().hasPictures());
  }

  private static boolean answersArePicture(ExampleList list) {
    return list.data().dataset().answersArePicture();
  }

  /** Width of a card: a picture with its texts, or input, target, output and difference side by side. */
  private double wide() {
    return list().filter(ExampleImagesPane::answersArePicture)
        .map(list -> 2 * INSET + PictureSheet.kinds(list.data().dataset()).size() * (PICTURE + GAP)).orElse(WIDE);
  }

  private int across() {
    return (int) Math.max(1, painting.getWidth() / wide());
  }

  /** Lines per card: the class and three predictions once known; one line where the output is a picture. */
  private int lines() {
    if (list().filter(ExampleImagesPane::answersArePicture).isPresent()) {
      return 1;
    }
    return model.predictionsProperty().get().isPresent() ? ExamplesTexts.TOP : 0;
  }

  private double tall() {
    return INSET + PICTURE + CHIP + lines() * LINE + GAP;
  }

  private int rowsInSight() {
    return (int) Math.max(1, painting.getHeight() / tall());
  }

  private void fit() {
    int rows = (list().map(ExampleList::size).orElse(0) + across() - 1) / across();
    bar.setMax(Math.max(0, rows - rowsInSight()));
    bar.setVisibleAmount(bar.getMax() * rowsInSight() / Math.max(1, rows));
    bar.setUnitIncrement(1);
    bar.setBlockIncrement(rowsInSight());
    bar.setVisible(bar.getMax() > 0);
    bar.setValue(Math.min(bar.getValue(), bar.getMax()));
    painting.repaint();
  }

  private int firstInSight() {
    return (int) Math.round(bar.getValue()) * across();
  }

  private void follow() {
    model.chosenIndex().ifPresent(index -> {
      int row = index / across();
      int first = (int) Math.round(bar.getValue());
      bar.setValue(Math.min(bar.getMax(), row < first ? row : Math.max(first, row - rowsInSight() + 1)));
    });
    painting.repaint();
  }

  private void press(MouseEvent at) {
    painting.requestFocus();
    int column = (int) (at.getX() / wide());
    int index = firstInSight() + (int) (at.getY() / tall()) * across() + column;
    if (column < across() && list().filter(list -> index < list.size()).isPresent()) {
      model.choose(index);
      if (at.getClickCount() == 2) {
        model.leave();
      }
    }
  }

  private void key(KeyEvent key) {
    switch (key.getCode()) {
      case LEFT -> model.move(-1);
      case RIGHT -> model.move(1);
      case UP -> model.move(-across());
      case DOWN -> model.move(across());
      case PAGE_UP -> model.move(-across() * rowsInSight());
      case PAGE_DOWN -> model.move(across() * rowsInSight());
      case HOME -> model.move(Integer.MIN_VALUE / 2);
      case END -> model.move(Integer.MAX_VALUE / 2);
      case ENTER -> model.leave();
      default -> {
        return;
      }
    }
    key.consume();
  }

  // --- drawing

  private void paint(GraphicsContext g, double width, double height) {
    list().ifPresent(list -> paint(g, list, (int) Math.ceil(height / tall())));
    list().filter(list -> list.size() > 0).flatMap(list -> model.chosenIndex().map(list::at)).ifPresent(
        chosen -> painting.setAccessibleText(words.sentence(list().orElseThrow().data(), model.predictionsProperty().get(), chosen)));
  }

  private void paint(GraphicsContext g, ExampleList list, int rows) {
    int first = firstInSight();
    int count = Math.max(0, Math.min(list.size() - first, rows * across()));
    if (answersArePicture(list)) {
      paintAnswers(g, list, first, count);
      return;
    }
    PictureAt pictures = list.data().dataset().isGraphs() ? graphs(list, first) : images(list, first, count, rows);
    int chosen = model.chosenIndex().orElse(-1);
    for (int i = 0; i < count; i++) {
      double x = i % across() * WIDE;
      double y = i / across() * tall();
      paintCard(g, list, list.at(first + i), x, y, first + i == chosen);
      pictures.paint(g, i, x + INSET, y + INSET);
    }
  }

  /** Paints a picture of the card with this offset from the first visible one. */
  private interface PictureAt {
    void paint(GraphicsContext g, int place, double x, double y);
  }

  private PictureAt graphs(ExampleList list, int first) {
    return (g, place, x, y) -> GraphPicture.of(list.data(), list.at(first + place)).paint(g, theme.palette(), x, y, PICTURE, PICTURE);
  }

  private PictureAt images(ExampleList list, int first, int count, int rows) {
    Pixels pixels = new Pixels(list.data(), across(), Math.max(1, rows));
    for (int i = 0; i < count; i++) {
      pixels.set(i, list.at(first + i), theme.palette().pixels());
    }
    pixels.update();
    return (g, place, x, y) -> pixels.paint(g, place, x, y, PICTURE);
  }

  /** Cards of image-to-image predictions. */
  private void paintAnswers(GraphicsContext g, ExampleList list, int first, int count) {
    PictureSheet sheet = new PictureSheet(list.data(), Math.max(1, count));
    for (int i = 0; i < count; i++) {
      sheet.set(i, list.at(first + i), model.predictionsProperty().get(), theme.palette());
    }
    sheet.update();
    int chosen = model.chosenIndex().orElse(-1);
    for (int i = 0; i < count; i++) {
      double x = i % across() * wide();
      double y = i / across() * tall();
      paintFrame(g, x, y, first + i == chosen);
      for (int kind = 0; kind < sheet.kinds().size(); kind++) {
        double left = x + INSET + kind * (PICTURE + GAP);
        paintRim(g, left, y + INSET);
        sheet.paint(g, i, kind, left, y + INSET, PICTURE);
      }
      g.setFill(theme.palette().color(Token.FG));
      Painting.write(g, caption(list.at(first + i)), x + INSET, y + INSET + PICTURE + LINE / 2 + 2, wide() - 2 * INSET);
    }
  }

  private String caption(Example example) {
    return model.predictionsProperty().get().filter(p -> p.has(example.part()))
        .map(p -> words.name(example) + " · " + words.quality(p, example)).orElse(words.name(example));
  }

  private void paintFrame(GraphicsContext g, double x, double y, boolean chosen) {
    Palette palette = theme.palette();
    if (chosen) {
      g.setFill(palette.color(Token.ACCENT_SOFT));
      g.fillRoundRect(x + 1, y + 1, wide() - 4, tall() - 4, 12, 12);
      g.setStroke(palette.color(Token.ACCENT));
      g.setLineWidth(2);
      g.strokeRoundRect(x + 1, y + 1, wide() - 4, tall() - 4, 12, 12);
    }
    g.setTextBaseline(VPos.CENTER);
    g.setTextAlign(TextAlignment.LEFT);
  }

  private void paintRim(GraphicsContext g, double x, double y) {
    g.setStroke(theme.palette().color(Token.BORDER));
    g.setLineWidth(1);
    g.strokeRect(x - 0.5, y - 0.5, PICTURE + 1, PICTURE + 1);
  }

  private void paintCard(GraphicsContext g, ExampleList list, Example example, double x, double y, boolean chosen) {
    Palette palette = theme.palette();
    paintFrame(g, x, y, chosen);
    paintRim(g, x + INSET, y + INSET);
    double line = y + INSET + PICTURE + CHIP / 2 + 3;
    String label = words.target(list.data(), list.data().rawTarget(example.part(), example.row()));
    paintChip(g, label, x + INSET, line);
    model.predictionsProperty().get().filter(p -> p.has(example.part()) && ExamplesModel.hasClasses(list.data())).ifPresent(p -> {
      paintMark(g, p.right(example.part(), example.row()), x + INSET + PICTURE - MARK, line - MARK / 2);
      paintGuesses(g, p, example, x + INSET, line + CHIP / 2 + LINE / 2);
    });
  }

  /** The truth, on a coloured background. */
  private void paintChip(GraphicsContext g, String label, double x, double line) {
    double widest = PICTURE - MARK - 4;
    measure.setFont(g.getFont());
    measure.setText(label);
    double width = Math.min(widest, Math.ceil(measure.getLayoutBounds().getWidth()) + 12);
    g.setFill(theme.palette().color(Token.ACCENT_SOFT));
    g.fillRoundRect(x, line - CHIP / 2, width, CHIP - 2, 8, 8);
    g.setFill(theme.palette().color(Token.ACCENT_SOFT_TEXT));
    Painting.write(g, label, x + 6, line - 1, width - 12);
  }

  /** Tick or cross, so that right and wrong differ not by colour alone. */
  private void paintMark(GraphicsContext g, boolean right, double x, double y) {
    Palette palette = theme.palette();
    g.setFill(palette.color(right ? Token.OK_SOFT : Token.BAD_SOFT));
    g.fillOval(x, y, MARK, MARK);
    g.setStroke(palette.color(right ? Token.OK : Token.BAD));
    g.setLineWidth(2);
    if (right) {
      g.strokePolyline(new double[] {x + 3, x + 6, x + 11}, new double[] {y + 7, y + 10, y + 4}, 3);
    } else {
      g.strokeLine(x + 4, y + 4, x + 10, y + 10);
      g.strokeLine(x + 4, y + 10, x + 10, y + 4);
    }
  }

  private void paintGuesses(GraphicsContext g, Predictions predictions, Example example, double x, double y) {
    List<String> best = words.best(predictions, example);
    for (int i = 0; i < best.size(); i++) {
      g.setFill(theme.palette().color(i == 0 ? Token.FG : Token.MUT));
      Painting.write(g, best.get(i), x, y + i * LINE, WIDE - 2 * INSET);
    }
  }
}

package studio.backprop.ui.learn.pad;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import studio.backprop.data.PreparedData;
import studio.backprop.data.draw.DrawnExample;
import studio.backprop.ui.kit.Fonts;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.Token;
import studio.backprop.ui.kit.Veil;
import studio.backprop.ui.workspace.run.DataTexts;

/**
 * Classes with a bar of the predicted probability each. A click on one selects the true class: then the drawing has a loss, and gradients.
 */
final class ClassList extends StackPane {
  private static final double SMALL = 12;
  private static final double LARGE = 24;
  /** Columns of short names, in class. */
  private static final int COLUMNS = 2;
  private static final double BETWEEN = 20;
  /** Font scale of long names. */
  private static final double LONG_NAMES = 0.75;
  /** Line height in em. */
  private static final double LINE = 1.35;
  private static final double NAME = 0.42;
  private static final double GAP = 6;

  private final PadModel model;
  private final Lang lang;
  private final ThemeModel theme;
  private final Painting bars = new Painting(this::paint);
  private boolean large;
  private Font plain;
  private Font bold;

  ClassList(PadModel model, Lang lang, ThemeModel theme) {
    this.model = model;
    this.lang = lang;
    this.theme = theme;
    getStyleClass().add("classes");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.LIST_VIEW);
    bars.setMouseTransparent(true);
    getChildren().add(bars);
    Hints.whenPointedAt(this, this::tip);
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    model.answerProperty().subscribe(this::show);
    model.labelProperty().subscribe(this::show);
    model.withheldProperty().subscribe(this::show);
    model.formProperty().subscribe(() -> {
      enlarge(large);
      show();
    });
    theme.paletteProperty().subscribe(bars::repaint);
    lang.textsProperty().subscribe(this::show);
  }

  private Tooltip tip() {
    Tooltip tip = new Tooltip();
    tip.textProperty().bind(lang.bind("pad.classes.help"));
    return tip;
  }

  /** Large text for a presentation. */
  void enlarge(boolean presented) {
    large = presented;
    plain = Font.font(Fonts.FAMILY, FontWeight.NORMAL, letters());
    bold = Font.font(Fonts.FAMILY, FontWeight.BOLD, letters());
    double height = Math.max(1, rows()) * line() + 2; // the rim
    setMinHeight(height);
    setPrefHeight(height);
  }

  private double letters() {
    return !large ? SMALL : columns() > 1 ? LARGE : LARGE * LONG_NAMES;
  }

  private int columns() {
    return large && areShort(names()) && names().size() > COLUMNS ? COLUMNS : 1;
  }

  private int rows() {
    return (names().size() + columns() - 1) / columns();
  }

  private static boolean areShort(List<String> names) {
    return names.stream().mapToInt(String::length).max().orElse(1) <= 2;
  }

  private double line() {
    return Math.rint(letters() * LINE);
  }

  private List<String> names() {
    return model.data().map(PreparedData::dataset).map(new DataTexts(lang)::classes).orElse(List.of());
  }

  /** Whether the network is a classifier. */
  boolean possible() {
    return !names().isEmpty() && model.data().filter(data -> data.dataset().answers() == 1).isPresent();
  }

  /** One probability per class; a single output is that of the second class. */
  private Optional<float[]> shares() {
    int count = names().size();
    return model.answerProperty().get().map(PadModel.Answer::prediction)
        .map(p -> p.length == 1 && count == 2 ? new float[] {1 - p[0], p[0]} : p).filter(p -> p.length == count);
  }

  private static int largest(float[] shares) {
    return IntStream.range(0, shares.length).reduce((a, b) -> shares[b] > shares[a] ? b : a).orElse(0);
  }

  private void show() {
    setAccessibleText(spoken());
    bars.repaint();
  }

  private String spoken() {
    List<String> names = names();
    String meant = model.labelProperty().get() == DrawnExample.UNKNOWN || names.isEmpty() ? ""
        : " " + lang.say("pad.meant", names.get(model.labelProperty().get()));
    return shares().map(shares -> lang.say("pad.said", IntStream.range(0, shares.length).boxed()
        .sorted((a, b) -> Float.compare(shares[b], shares[a])).limit(3)
        .map(c -> names.get(c) + " " + lang.numbers().probability(shares[c])).collect(Collectors.joining(", "))))
        .orElseGet(() -> lang.say("pad.classes.help")) + meant;
  }

  private void press(MouseEvent at) {
    requestFocus();
    int place = (int) (at.getY() / line()) + rows() * (int) (at.getX() * columns() / getWidth());
    if (place >= 0 && place < names().size()) {
      model.mean(place);
    }
    at.consume();
  }

  private void key(KeyEvent key) {
    int count = names().size();
    int now = model.labelProperty().get();
    switch (key.getCode()) {
      case DOWN -> mean(now == DrawnExample.UNKNOWN ? 0 : Math.min(count - 1, now + 1));
      case UP -> mean(now == DrawnExample.UNKNOWN ? count - 1 : Math.max(0, now - 1));
      case SPACE -> mean(now == DrawnExample.UNKNOWN ? shares().map(ClassList::largest).orElse(0) : now);
      default -> {
        return;
      }
    }
    key.consume();
  }

  private void mean(int place) {
    if (place != model.labelProperty().get() || place >= 0 && names().size() == 1) {
      model.mean(place);
    }
  }

  private void paint(GraphicsContext g, double width, double height) {
    List<String> names = names();
    Optional<float[]> shares = shares();
    int best = shares.map(ClassList::largest).orElse(-1);
    double wide = (width - (columns() - 1) * BETWEEN) / columns();
    for (int c = 0; c < names.size(); c++) {
      g.save();
      g.translate(c / rows() * (wide + BETWEEN), c % rows() * line());
      paint(g, wide, new Line(names.get(c), c == model.labelProperty().get(), c == best, c), shares);
      g.restore();
    }
  }

  /** One class. @param meant whether it is the label @param best whether it is the prediction */
  private record Line(String name, boolean meant, boolean best, int place) {}

  private void paint(GraphicsContext g, double width, Line one, Optional<float[]> shares) {
    double line = line();
    double number = letters() * 3.9; // as wide as 99.9 % in bold
    double name = areShort(names()) ? letters() * 1.2 : width * NAME;
    double track = Math.max(0, width - name - number - 2 * GAP);
    if (one.meant) {
      g.setFill(theme.palette().color(Token.OK_SOFT));
      g.fillRoundRect(0, 0, width, line - 1, 6, 6);
    }
    g.setFont(one.best ? bold : plain);
    g.setFill(theme.palette().color(one.meant ? Token.OK_SOFT_TEXT : one.best ? Token.FG : Token.MUT));
    g.setTextAlign(TextAlignment.LEFT);
    Painting.write(g, fitting(one.name, name), 3, line * 0.74);
    g.setFill(theme.palette().color(Token.BORDER_SOFT));
    g.fillRoundRect(name + GAP, line * 0.25, track, line * 0.5, 4, 4);
    if (model.withheldProperty().get()) {
      g.setFill(theme.palette().color(Token.MUT));
      g.setTextAlign(TextAlignment.RIGHT);
      Painting.write(g, Veil.SIGN, width - 3, line * 0.74);
    } else if (shares.isPresent()) {
      double share = Math.max(0, Math.min(1, shares.get()[one.place]));
      g.setFill(theme.palette().color(one.best ? Token.ACCENT : Token.WIRE));
      g.fillRoundRect(name + GAP, line * 0.25, track * share, line * 0.5, 4, 4);
      g.setFill(theme.palette().color(one.best ? Token.FG : Token.MUT));
      g.setTextAlign(TextAlignment.RIGHT);
      Painting.write(g, lang.numbers().probability(shares.get()[one.place]), width - 3, line * 0.74);
    }
  }

  /** Truncated to the width; Chinese characters count about twice. */
  private String fitting(String name, double room) {
    double used = 0;
    for (int i = 0; i < name.length(); i++) {
      used += letters() * (name.charAt(i) > 0x2e80 ? 1 : 0.56);
      if (used > room) {
        return name.substring(0, Math.max(1, i - 1)) + "…";
      }
    }
    return name;
  }
}

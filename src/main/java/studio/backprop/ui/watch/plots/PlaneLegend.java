package studio.backprop.ui.watch.plots;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import javafx.css.PseudoClass;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import studio.backprop.data.Part;
import studio.backprop.data.Task;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.Token;

/** Legend of a plane: marks with the number of examples, boundary and colours; numbers only where there is no room. */
final class PlaneLegend extends FlowPane {
  /** Width of the boundary, here and on the map. */
  static final double LINE = 2;
  /** Side of the square of a class. */
  private static final double SQUARE = 10;
  /** Maximum number of characters of a name in a narrow strip. */
  private static final int LONGEST = 4;
  private static final PseudoClass SHORT = PseudoClass.getPseudoClass("short");

  private final Lang lang;
  private final ThemeModel theme;
  private final BooleanSupplier unit;
  private final Painting key = new Painting(this::paintKey);
  private final Tooltip keyWords = new Tooltip();
  private final Map<Part, Label> counts = new EnumMap<>(Part.class);
  /** Tooltips of the marks where only their numbers fit. */
  private final Map<Part, Tooltip> words = new EnumMap<>(Part.class);
  private final List<Painting> marks = new ArrayList<>();
  /** Names of both classes, beside their colours. */
  private final List<Label> classes = new ArrayList<>();
  private NetworkOutput.Plane plane;
  private boolean inShort;

  /** @param unit whether the map is that of a single unit, whose boundary is at zero */
  PlaneLegend(Lang lang, ThemeModel theme, BooleanSupplier unit) {
    this.lang = lang;
    this.theme = theme;
    this.unit = unit;
    key.getStyleClass().add("key-line");
    for (int end : new int[] {-1, 1}) {
      getChildren().add(classEntry(end));
    }
    for (Part part : Part.values()) {
      getChildren().add(entry(part));
    }
    getChildren().add(key);
    getStyleClass().add("notes");
  }

  /** Shows an output. @param anew whether the examples or the view have changed */
  void show(NetworkOutput.Plane answer, boolean anew) {
    plane = answer;
    if (anew) {
      counts.forEach(this::count);
      nameClasses();
      key.repaint();
      marks.forEach(Painting::repaint);
    }
  }

  void repaintKey() {
    key.repaint();
  }

  /** Abbreviates to marks and numbers. */
  void shorten(boolean now) {
    if (inShort != now) {
      inShort = now;
      key.pseudoClassStateChanged(SHORT, now);
      if (now) {
        Tooltip.install(key, keyWords);
      } else {
        Tooltip.uninstall(key, keyWords);
      }
      key.repaint();
      if (plane != null) {
        counts.forEach(this::count);
        nameClasses();
      }
    }
  }

  private HBox entry(Part part) {
    Painting both = new Painting(
        (g, width, height) -> {
          for (int end : new int[] {-1, 1}) {
            Color rim = theme.palette().color(part == Part.TRAIN ? Token.BG : Token.FG);
            Examples.mark(part).paint(g, width / 2 + end * 6, height / 2, theme.palette().signed().color(end), rim);
          }
        });
    both.getStyleClass().add("marks");
    marks.add(both);
    counts.put(part, new Label());
    words.put(part, new Tooltip());
    return entry(both, counts.get(part));
  }

  private HBox classEntry(int end) {
    Painting colour = new Painting((g, width, height) -> {
      g.setFill(theme.palette().signed().color(end));
      g.fillRect(1, (height - SQUARE) / 2, SQUARE, SQUARE);
    });
    colour.getStyleClass().add("class-colour");
    marks.add(colour);
    classes.add(new Label());
    return entry(colour, classes.get(classes.size() - 1));
  }

  private static HBox entry(Painting mark, Label words) {
    HBox entry = new HBox(mark, words);
    entry.getStyleClass().add("entry");
    entry.managedProperty().bind(entry.visibleProperty());
    return entry;
  }

  private void nameClasses() {
    List<String> names = isClasses() ? plane.judged().data().dataset().classNames() : List.of();
    for (int i = 0; i < classes.size(); i++) {
      boolean named = names.size() == classes.size();
      classes.get(i).getParent().setVisible(named);
      if (named) {
        String whole = lang.say("plots.class", names.get(i));
        classes.get(i).setText(inShort ? cut(names, i) : whole);
        classes.get(i).setTooltip(inShort ? new Tooltip(whole) : null);
        classes.get(i).setAccessibleText(whole);
      }
    }
  }

  /** Abbreviated name; where both would be equal, their ends. */
  static String cut(List<String> names, int place) {
    String name = names.get(place);
    if (name.length() <= LONGEST) {
      return name;
    }
    String head = name.substring(0, LONGEST - 1);
    boolean alike = names.stream().filter(one -> one.startsWith(head)).count() > 1;
    return alike ? "…" + name.substring(name.length() - LONGEST + 1) : head + "…";
  }

  private void count(Part part, Label label) {
    int rows = plane.judged().data().rows(part);
    String whole = lang.say("plots." + part.name().toLowerCase(Locale.ROOT) + "_rows", rows);
    label.setText(inShort ? lang.numbers().whole(rows) : whole);
    label.setAccessibleText(whole);
    words.get(part).setText(whole);
    if (inShort) {
      Tooltip.install(label.getParent(), words.get(part)); // on the marks, too
    } else {
      Tooltip.uninstall(label.getParent(), words.get(part));
    }
    label.getParent().setVisible(rows > 0);
  }

  /** Line of a boundary, or colour scale of a surface with its limits. */
  private void paintKey(GraphicsContext g, double width, double height) {
    if (plane == null) {
      return;
    }
    Palette palette = theme.palette();
    g.setTextBaseline(VPos.CENTER);
    g.setFill(palette.color(Token.MUT));
    if (isClasses()) {
      g.setStroke(palette.color(Token.FG));
      g.setLineWidth(LINE);
      g.strokeLine(1, height / 2, 11, height / 2);
      Painting.write(g, inShort ? lang.say(sign() + ".short", lang.numbers().compact(boundary())) : sayBoundary(), 16, height / 2);
      key.setAccessibleText(sayBoundary());
      keyWords.setText(sayBoundary());
    } else {
      paintColours(g, width, height / 2);
    }
  }

  private double boundary() {
    return unit.getAsBoolean() ? 0 : plane.middle();
  }

  private String sayBoundary() {
    return lang.say(sign(), lang.numbers().compact(boundary()));
  }

  private String sign() {
    return boundary() == 0 ? "plots.line_margin" : "plots.line_p";
  }

  private void paintColours(GraphicsContext g, double width, double middle) {
    String low = lang.numbers().brief(plane.middle() - plane.reach());
    String high = lang.numbers().brief(plane.middle() + plane.reach());
    double bar = Math.max(0, Math.min(36, width - 64));
    Painting.write(g, low, 0, middle);
    g.setTextAlign(TextAlignment.LEFT);
    double left = 34;
    for (int x = 0; x < bar; x++) {
      g.setFill(theme.palette().signed().color(2 * x / bar - 1));
      g.fillRect(left + x, middle - 4, 1, 8);
    }
    g.setFill(theme.palette().color(Token.MUT));
    Painting.write(g, high, left + bar + 6, middle);
  }

  private boolean isClasses() {
    return plane.judged().data().dataset().task() == Task.CLASSES;
  }
}

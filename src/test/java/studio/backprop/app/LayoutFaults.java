package studio.backprop.app;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.Slider;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.text.Text;
import javafx.scene.transform.Transform;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.backprop.ui.kit.PaintedWord;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.PinnedTable;

/**
 * Measures a screen: sentences about text that is cut short, things that cover each other, and controls that say nothing to a screen
 * reader.
 */
final class LayoutFaults {
  /** Rims may touch. */
  private static final double TOUCHING = 2;
  /** The part of a line's height that is free above the letters, and below them. */
  private static final double LEADING = 0.15;

  /** A sentence about a problem can be as long as the names that a person chose. The tooltip and the card at the node have all of it. */
  private static final Set<String> CUT_ON_PURPOSE = Set.of("status");
  /** Such as names that a person has chosen, which can be of any length; a tooltip has all of it. */
  private static final String MAY_BE_CUT = "may-be-cut";
  /** Signs that stand in a field, beside what is typed. */
  private static final Set<String> SIGNS = Set.of("glass");

  private final List<String> faults = new ArrayList<>();
  private final List<Placed> placed = new ArrayList<>();
  private final Bounds window;

  /** What is seen of a node. */
  private record Placed(Node node, Bounds bounds) {}

  private LayoutFaults(Bounds window) {
    this.window = window;
  }

  /** @param root what fills the window */
  static List<String> of(Parent root) {
    LayoutFaults all = new LayoutFaults(root.localToScene(root.getLayoutBounds()));
    all.look(root, all.window);
    all.overlaps();
    return all.faults;
  }

  /** Only what says nothing to a screen reader: of controls that keys lead to. */
  static List<String> unnamed(Parent root) {
    LayoutFaults all = new LayoutFaults(root.localToScene(root.getLayoutBounds()));
    all.nameAll(root);
    return all.faults;
  }

  private void nameAll(Node node) {
    if (node.isVisible() && node.isFocusTraversable() && !node.isDisabled()) {
      name(node);
    }
    if (node.isVisible() && node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(this::nameAll);
    }
  }

  /** How large the letters are that are seen in some nodes, in px of the screen. */
  static List<Double> letters(Collection<? extends Node> nodes) {
    return nodes.stream().flatMap(LayoutFaults::texts).filter(LayoutFaults::isSeen)
        .map(text -> text.getFont().getSize() * Math.abs(text.getLocalToSceneTransform().getMxx())).toList();
  }

  /** The words, letters and places of all that is written smaller than this, in px of the screen, in what is seen of a node. */
  static List<String> smaller(Node root, double least) {
    List<String> found = new ArrayList<>();
    new LayoutFaults(root.localToScene(root.getLayoutBounds())).measure(root, root.localToScene(root.getLayoutBounds()), least, found);
    return found;
  }

  private void measure(Node node, Bounds seen, double least, List<String> found) {
    if (!node.isVisible() || node.getOpacity() == 0 || node instanceof FontIcon) {
      return;
    }
    Bounds visible = node.getClip() == null ? seen : common(seen, node.localToScene(node.getClip().getBoundsInParent()));
    if (node instanceof Text text && !text.getText().isBlank()) {
      measure(text, text.getText(), text.getFont().getSize(), text.getLayoutBounds(), visible, least, found);
    } else if (node instanceof Painting painting) {
      painting.words().forEach(word -> measure(painting.canvas(), word.text(), word.font().getSize()
          * Math.hypot(word.moved().getMxx(), word.moved().getMyx()), word.bounds(), visible, least, found));
    } else if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> measure(child, visible, least, found));
    }
  }

  private void measure(Node node, String text, double size, Bounds bounds, Bounds visible, double least, List<String> found) {
    Transform moved = node.getLocalToSceneTransform();
    double seen = size * Math.hypot(moved.getMxx(), moved.getMyx());
    Bounds part = common(node.localToScene(bounds), visible);
    if (seen < least - 0.01 && part.getWidth() > 1 && part.getHeight() > 1) {
      found.add(String.format(Locale.ROOT, "“%s” has %.1f px in %s", text, seen, path(node)));
    }
  }

  /** The words in a node; an icon is none. */
  private static Stream<Text> texts(Node node) {
    if (node instanceof Text text) {
      return text instanceof FontIcon || text.getText().isBlank() ? Stream.of() : Stream.of(text);
    }
    return node instanceof Parent parent ? parent.getChildrenUnmodifiable().stream().flatMap(LayoutFaults::texts) : Stream.of();
  }

  private static boolean isSeen(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (!at.isVisible() || at.getOpacity() == 0) {
        return false;
      }
    }
    return true;
  }

  private void look(Node node, Bounds seen) {
    if (!node.isVisible() || node.getOpacity() == 0) {
      return;
    }
    Bounds visible = node.getClip() == null ? seen : common(seen, node.localToScene(node.getClip().getBoundsInParent()));
    if (node instanceof Labeled labeled) {
      cut(labeled);
      eaten(labeled);
    }
    if (node instanceof Painting painting) {
      painted(painting);
    }
    if (isLeaf(node)) {
      place(node, visible);
    }
    if (node.isFocusTraversable() && !node.isDisabled()) {
      name(node);
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> look(child, visible));
    }
  }

  private static boolean isLeaf(Node node) {
    return node instanceof Text text && !text.getText().isBlank()
        || node instanceof ButtonBase
        || node instanceof TextInputControl
        || node instanceof ComboBoxBase
        || node instanceof Slider;
  }

  /** JavaFX takes an underscore for the mark of a key, and does not show it. */
  private void eaten(Labeled labeled) {
    if (labeled.isMnemonicParsing() && labeled.getText() != null && labeled.getText().contains("_")) {
      faults.add("eaten underscore: “%s”".formatted(labeled.getText()));
    }
  }

  private void cut(Labeled labeled) {
    String text = labeled.getText();
    if (text == null || text.isBlank() || isCutOnPurpose(labeled)) {
      return;
    }
    labeled.getChildrenUnmodifiable().stream()
        .filter(child -> child instanceof Text && child.getStyleClass().contains("text"))
        .map(Text.class::cast)
        .filter(shown -> shown.getText().endsWith(labeled.getEllipsisString()) && !text.endsWith(labeled.getEllipsisString()))
        .forEach(shown -> faults.add("cut: “" + text + "” to “" + shown.getText() + "” in " + path(labeled)));
  }

  private static boolean isCutOnPurpose(Labeled labeled) {
    return labeled.getId() != null && CUT_ON_PURPOSE.contains(labeled.getId()) || labeled.getStyleClass().contains(MAY_BE_CUT);
  }

  /** What reaches beyond the window there is scrolled into sight, and its first columns stay. */
  private static boolean scrollsSideways(Node node) {
    return Stream.iterate(node, Objects::nonNull, Node::getParent).anyMatch(PinnedTable.class::isInstance);
  }

  private void place(Node node, Bounds seen) {
    Bounds all = node.localToScene(node instanceof Text ? ink(node.getLayoutBounds()) : node.getLayoutBounds());
    if (all.getMinX() < window.getMinX() - TOUCHING || all.getMaxX() > window.getMaxX() + TOUCHING) {
      if (all.intersects(seen) && !scrollsSideways(node)) {
        faults.add("outside: " + describe(node));
      }
    }
    Bounds part = common(all, seen);
    if (part.getWidth() > 0 && part.getHeight() > 0) {
      placed.add(new Placed(node, part));
    }
  }

  /**
   * Painted words have no nodes: none may lie over another, or reach beyond the picture's rim. Turned ones, whose boxes are larger than
   * they, may.
   */
  private void painted(Painting painting) {
    List<PaintedWord> words = painting.words();
    List<Bounds> boxes = words.stream().map(word -> ink(word.bounds())).toList();
    for (int i = 0; i < boxes.size(); i++) {
      Bounds box = boxes.get(i);
      boolean beyond = box.getMinX() < -TOUCHING || box.getMaxX() > painting.canvas().getWidth() + TOUCHING
          || !scrolls(painting) && (box.getMinY() < -TOUCHING || box.getMaxY() > painting.canvas().getHeight() + TOUCHING);
      if (beyond && !turned(words.get(i))) {
        faults.add("cut: painted “" + words.get(i).text() + "” in " + path(painting));
      }
      for (int j = i + 1; j < boxes.size(); j++) {
        Bounds both = common(box, boxes.get(j));
        if (both.getWidth() > TOUCHING && both.getHeight() > TOUCHING && !turned(words.get(i)) && !turned(words.get(j))) {
          faults.add("overlapping: painted “" + words.get(i).text() + "” and “" + words.get(j).text() + "” in " + path(painting));
        }
      }
    }
  }

  /** Whether a bar beside it moves what is painted, so that a line at the edge may be seen in part. */
  private static boolean scrolls(Painting painting) {
    return painting.getParent().getChildrenUnmodifiable().stream()
        .anyMatch(beside -> beside instanceof ScrollBar bar && bar.isVisible() && bar.getOrientation() == Orientation.VERTICAL);
  }

  private static boolean turned(PaintedWord word) {
    return Math.abs(word.moved().getMxy()) > 1e-9;
  }

  private void name(Node node) {
    boolean says = says(node.getAccessibleText()) || node instanceof Labeled labeled && says(labeled.getText())
        || says(node.queryAccessibleAttribute(AccessibleAttribute.TEXT));
    if (!says || node.getAccessibleRole() == null) {
      faults.add("unnamed: " + path(node));
    }
  }

  private static boolean says(Object text) {
    return text instanceof String said && !said.isBlank();
  }

  private void overlaps() {
    for (int i = 0; i < placed.size(); i++) {
      for (int j = i + 1; j < placed.size(); j++) {
        Placed a = placed.get(i);
        Placed b = placed.get(j);
        Bounds both = common(a.bounds, b.bounds);
        if (both.getWidth() > TOUCHING && both.getHeight() > TOUCHING && !apart(a.node, b.node)) {
          faults.add("overlapping: " + describe(a.node) + " and " + describe(b.node));
        }
      }
    }
  }

  /** Whether one is part of the other, or the later one lies on a card of its own that hides what is behind it. */
  private static boolean apart(Node below, Node above) {
    if (within(below, above) || within(above, below)) {
      return true;
    }
    for (Node at = above; at != null && !within(below, at); at = at.getParent()) {
      if (hides(at)) {
        return true;
      }
    }
    boolean card = false;
    for (Node at = below; at != null && !within(above, at); at = at.getParent()) {
      card |= hides(at);
      // lies further in front, though it comes first
      if (card && at.getViewOrder() < 0) {
        return true;
      }
    }
    return within(SIGNS, below) || within(SIGNS, above);
  }

  private static boolean hides(Node node) {
    return node instanceof Region region
        && region.getBackground() != null
        && region.getBackground().getFills().stream().anyMatch(fill -> opaque(fill.getFill()));
  }

  private static boolean opaque(Paint paint) {
    return !(paint instanceof Color color) || color.getOpacity() > 0.9;
  }

  private static boolean within(Node node, Node ancestor) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at == ancestor) {
        return true;
      }
    }
    return false;
  }

  private static boolean within(Set<String> styles, Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (styles.stream().anyMatch(at.getStyleClass()::contains)) {
        return true;
      }
    }
    return false;
  }

  /** The room above and below the letters of a line may be shared with another line. */
  private static Bounds ink(Bounds line) {
    double free = line.getHeight() * LEADING;
    return new BoundingBox(line.getMinX(), line.getMinY() + free, line.getWidth(), line.getHeight() - 2 * free);
  }

  private static Bounds common(Bounds a, Bounds b) {
    double x = Math.max(a.getMinX(), b.getMinX());
    double y = Math.max(a.getMinY(), b.getMinY());
    double width = Math.max(0, Math.min(a.getMaxX(), b.getMaxX()) - x);
    double height = Math.max(0, Math.min(a.getMaxY(), b.getMaxY()) - y);
    return new BoundingBox(x, y, width, height);
  }

  private static String describe(Node node) {
    String text = node instanceof Text t ? t.getText() : node instanceof Labeled l ? l.getText() : "";
    Bounds at = node.localToScene(node.getLayoutBounds());
    return "“%s” at %.0f, %.0f (%.0f × %.0f) in %s".formatted(text, at.getMinX(), at.getMinY(), at.getWidth(), at.getHeight(), path(node));
  }

  /** Where a node stands, from the outside in. */
  private static String path(Node node) {
    List<String> path = new ArrayList<>();
    for (Node at = node; at != null && path.size() < 5; at = at.getParent()) {
      String name = at.getId() != null ? "#" + at.getId() : at.getStyleClass().isEmpty() ? "" : "." + String.join(".", at.getStyleClass());
      path.add(0, at.getClass().getSimpleName() + name);
    }
    return String.join(" > ", path);
  }
}

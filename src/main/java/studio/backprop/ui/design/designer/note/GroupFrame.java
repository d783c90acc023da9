package studio.backprop.ui.design.designer.note;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import studio.backprop.network.NodeGroup;
import studio.backprop.ui.design.designer.edit.Anatomy;
import studio.backprop.ui.design.designer.edit.Box;
import studio.backprop.ui.design.designer.edit.CanvasDesk;
import studio.backprop.ui.design.designer.edit.Detail;
import studio.backprop.ui.design.designer.edit.GroupView;
import studio.backprop.ui.design.designer.edit.LargeTitle;
import studio.backprop.ui.kit.Icon;

/** Frame of an open group, behind its nodes. Only its title responds to the mouse. */
final class GroupFrame extends Region {
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
  private static final PseudoClass SIMPLE = PseudoClass.getPseudoClass("simple");
  private static final PseudoClass TINY = PseudoClass.getPseudoClass("tiny");
  private static final double MARGIN = Anatomy.FRAME_SIDE;
  private static final double TITLE = Anatomy.FRAME_TITLE;

  private final CanvasDesk desk;
  private final Region ground = new Region();
  private final Title title = new Title();
  private final Label name = new Label();
  private final Button fold = new Button(null, Icon.SHRINK.view());
  private NodeGroup group;

  /** Draggable title. */
  private final class Title extends Pane implements GroupView {
    @Override
    public NodeGroup group() {
      return group;
    }

    @Override
    public Box place() {
      return GroupFrame.this.place();
    }
  }

  GroupFrame(CanvasDesk desk, NodeGroup group, Runnable foldIt) {
    this.desk = desk;
    this.group = group;
    getStyleClass().add("group-frame");
    setManaged(false);
    setPickOnBounds(false);
    ground.getStyleClass().add("ground");
    ground.setMouseTransparent(true);
    title.getStyleClass().add("group-title-bar");
    title.setAccessibleRole(AccessibleRole.BUTTON);
    title.setFocusTraversable(true);
    name.getStyleClass().add("group-name");
    name.setMouseTransparent(true);
    name.fontProperty().subscribe(font -> requestLayout()); // styles come after layout
    fold.getStyleClass().addAll("flat", "fold");
    fold.setFocusTraversable(false);
    fold.accessibleTextProperty().bind(desk.lang().bind("group.fold"));
    fold.setOnAction(event -> foldIt.run());
    desk.hints().explain(fold, KeyCombination.valueOf("G"), "group.fold.help");
    title.getChildren().addAll(name, fold);
    getChildren().addAll(ground, title);
    getChildren().forEach(child -> child.setManaged(false));
    title.getChildren().forEach(child -> child.setManaged(false));
  }

  void show(NodeGroup shown) {
    group = shown;
    String called = GroupNames.of(group, desk.lang());
    name.setText(called);
    title.setAccessibleText(desk.lang().say("group.spoken", called, group.members().size()));
    placeNow();
  }

  void showSelected(boolean selected) {
    pseudoClassStateChanged(SELECTED, selected);
  }

  void showDetail(Detail detail) {
    pseudoClassStateChanged(SIMPLE, detail == Detail.SIMPLE);
    pseudoClassStateChanged(TINY, detail == Detail.TINY);
  }

  /** @param px font size that is readable at this zoom */
  void showLetters(int px) {
    name.setStyle(px == Detail.DEFAULT_LETTERS ? "" : "-fx-font-size: " + px + "px;");
    requestLayout();
  }

  void showButton(boolean shown) {
    fold.setVisible(shown);
  }

  NodeGroup group() {
    return group;
  }

  void focusTitle() {
    title.requestFocus();
  }

  private Box place() {
    return desk.places().frame(group);
  }

  /** Around the visible bounds of its nodes. */
  void placeNow() {
    Box box = place();
    resizeRelocate(box.x(), box.y(), box.width(), box.height());
  }

  @Override
  protected void layoutChildren() {
    ground.resizeRelocate(0, 0, getWidth(), getHeight());
    title.resizeRelocate(0, 0, getWidth(), TITLE);
    name.resizeRelocate(MARGIN, 0, getWidth() - MARGIN - TITLE - 4, Math.max(TITLE, LargeTitle.height(name.getFont())));
    fold.resizeRelocate(getWidth() - TITLE - 2, 2, TITLE - 4, TITLE - 4);
  }
}

package studio.backprop.ui.design.palette;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.event.EventHandler;
import javafx.event.EventTarget;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import studio.backprop.layer.LayerType;
import studio.backprop.network.block.Block;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.formula.Typesetter;

/**
 * Side panel at the left with tabs. In a narrow window a rail of icons whose tabs open as overlays beside it; the parent must not clip it.
 */
public final class PaletteView extends Pane {
  private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
  private static final double WIDTH = 232;
  private static final double RAIL = 48;

  private final BooleanProperty narrow = new SimpleBooleanProperty(this, "narrow");
  private final ObjectProperty<Tab> open = new SimpleObjectProperty<>(this, "open");
  private final TabPane tabs = new TabPane();
  private final VBox panel = new VBox(tabs);
  private final Rail rail = new Rail(open, this::toggle);
  private final LayerCard card;
  private final LayersView layers;
  private final DataView data;
  private final Tab layersRoom;
  private final Tab dataRoom;

  /**
   * @param data content of the Data tab
   */
  public PaletteView(LayersModel model, DataView data, Lang lang, PaletteDrag<LayerType> target) {
    card = new LayerCard(lang, panel);
    this.data = data;
    layers = new LayersView(model, lang, new ChipDrag<>(this, new Unfolding<>(target)), card);
    getStyleClass().addAll("palette", "panel");
    accessibleTextProperty().bind(lang.bind("palette.title"));
    setViewOrder(-1);
    panel.getStyleClass().add("flyout");
    VBox.setVgrow(tabs, Priority.ALWAYS);
    tabs.accessibleTextProperty().bind(accessibleTextProperty());
    tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    getChildren().addAll(rail, panel, card);
    layersRoom = addRoom(Icon.LAYERS, lang.bind("palette.layers"), layers);
    dataRoom = addRoom(Icon.DATA, lang.bind("palette.data"), data);
    bind();
  }

  public void addBlocks(BlocksModel blocks, PaletteDrag<Block> target) {
    layers.addBlocks(blocks, new ChipDrag<>(this, new Unfolding<>(target)));
  }

  /** Adds demonstrations and formulas to the help of a layer. */
  public void illustrate(ThemeModel theme, Typesetter typesetter, Demos demos) {
    card.illustrate(theme, typesetter, demos);
  }

  /** Adds a tab, which is an icon of the rail in a narrow window. */
  public Tab addRoom(Icon icon, ObservableValue<String> title, Node content) {
    Tab room = new Tab(null, content);
    room.textProperty().bind(title);
    tabs.getTabs().add(room);
    rail.add(icon, title, room);
    return room;
  }

  public void removeRoom(Tab room) {
    open.set(null);
    tabs.getTabs().remove(room);
    rail.remove(room);
  }

  public Tab frontRoom() {
    return tabs.getSelectionModel().getSelectedItem();
  }

  /** All tabs, from left to right. */
  public List<Tab> rooms() {
    return List.copyOf(tabs.getTabs());
  }

  /** Adds a button to the rail for a function that has no tab. */
  public void addToRail(Node button) {
    rail.add(button);
  }

  /** Whether the panel is collapsed to the rail. */
  public BooleanProperty narrowProperty() {
    return narrow;
  }

  public void show(Tab room) {
    tabs.getSelectionModel().select(room);
    open.set(narrow.get() ? room : null);
  }

  public void showLayers() {
    show(layersRoom);
  }

  /** Index of the tab at the front. */
  public int front() {
    return tabs.getSelectionModel().getSelectedIndex();
  }

  /** Selects the tab of this index, if there is one; does nothing while collapsed. */
  public void bringToFront(int place) {
    tabs.getSelectionModel().select(place);
  }

  public void showData() {
    show(dataRoom);
    data.focusSearch();
  }

  /** In a narrow window, closes the overlay. */
  public void fold() {
    open.set(null);
  }

  public void focusSearch() {
    show(layersRoom);
    layers.focusSearch();
  }

  /** Makes the key / focus the search field from anywhere below a node, except in text fields. */
  public void searchKeyOn(Node root) {
    root.addEventHandler(KeyEvent.KEY_TYPED, e -> {
      if (e.getCharacter().equals("/") && !(e.getTarget() instanceof TextInputControl)) {
        focusSearch();
        e.consume();
      }
    });
  }

  private void bind() {
    rail.visibleProperty().bind(narrow);
    panel.visibleProperty().subscribe(card::hide);
    tabs.getSelectionModel().selectedItemProperty().subscribe(card::hide);
    panel.visibleProperty().bind(narrow.not().or(open.isNotNull()));
    narrow.subscribe(now -> {
      open.set(null);
      pseudoClassStateChanged(NARROW, now);
      requestLayout();
    });
    addEventHandler(KeyEvent.KEY_PRESSED, e -> {
      if (e.getCode() == KeyCode.ESCAPE && open.get() != null) {
        open.set(null);
        e.consume();
      }
    });
    EventHandler<MouseEvent> elsewhere = e -> closeIfOutside(e.getTarget());
    sceneProperty().subscribe((before, now) -> watch(before, now, elsewhere));
  }

  private static void watch(Scene before, Scene now, EventHandler<MouseEvent> elsewhere) {
    if (before != null) {
      before.removeEventFilter(MouseEvent.MOUSE_PRESSED, elsewhere);
    }
    if (now != null) {
      now.addEventFilter(MouseEvent.MOUSE_PRESSED, elsewhere);
    }
  }

  private void toggle(Tab room) {
    if (open.get() == room) {
      open.set(null);
    } else {
      show(room);
      if (room == dataRoom) {
        data.focusSearch();
      }
    }
  }

  private void closeIfOutside(EventTarget pressed) {
    Node node = pressed instanceof Node n ? n : null;
    while (node != null && node != this) {
      node = node.getParent();
    }
    if (node == null) {
      open.set(null);
    }
  }

  @Override
  protected void layoutChildren() {
    double border = snappedRightInset();
    rail.resizeRelocate(0, 0, RAIL - border, getHeight());
    panel.resizeRelocate(narrow.get() ? RAIL : 0, 0, narrow.get() ? WIDTH : WIDTH - border, getHeight());
  }

  @Override
  protected double computePrefWidth(double height) {
    return narrow.get() ? RAIL : WIDTH;
  }

  @Override
  protected double computeMinWidth(double height) {
    return computePrefWidth(height);
  }

  @Override
  protected double computeMaxWidth(double height) {
    return computePrefWidth(height);
  }

  @Override
  protected double computeMinHeight(double width) {
    return 0;
  }

  /** Fades the overlay while a chip is dragged out of it, and closes it after the drop. */
  private final class Unfolding<T> implements PaletteDrag<T> {
    private final PaletteDrag<T> target;

    Unfolding(PaletteDrag<T> target) {
      this.target = target;
    }

    @Override
    public boolean preview(T type, double sceneX, double sceneY) {
      boolean over = panel.contains(panel.sceneToLocal(new Point2D(sceneX, sceneY)));
      panel.setOpacity(narrow.get() && !over ? 0 : 1);
      return !over && target.preview(type, sceneX, sceneY);
    }

    @Override
    public void drop(T type, double sceneX, double sceneY) {
      boolean over = panel.getOpacity() == 1 && panel.contains(panel.sceneToLocal(new Point2D(sceneX, sceneY)));
      rest();
      if (over) {
        target.cancel();
      } else {
        target.drop(type, sceneX, sceneY);
      }
    }

    @Override
    public void cancel() {
      rest();
      target.cancel();
    }

    private void rest() {
      panel.setOpacity(1);
      open.set(null);
    }
  }
}

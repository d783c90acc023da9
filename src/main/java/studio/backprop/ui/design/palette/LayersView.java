package studio.backprop.ui.design.palette;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import studio.backprop.layer.LayerType;
import studio.backprop.network.block.Block;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Synonyms;

/** Chips of the layer types in their groups: drag, double click or Enter adds one; arrow keys move between chips. */
final class LayersView extends VBox {
  private static final int COLUMNS = 2;

  private final LayersModel model;
  private final Lang lang;
  private final ChipDrag<LayerType> drag;
  private final SearchField search;
  private final VBox content = new VBox();
  private final VBox groups = new VBox();
  private final LayerCard card;
  private final Map<LayerType, Chip> chips = new LinkedHashMap<>();

  /** @param card help of the chip under the mouse */
  LayersView(LayersModel model, Lang lang, ChipDrag<LayerType> drag, LayerCard card) {
    this.model = model;
    this.card = card;
    this.lang = lang;
    this.drag = drag;
    search = new SearchField(model.searchProperty(), lang, "palette.search", this::addFirst, this::focusFirst).withKey("/");
    Label none = new Label();
    none.getStyleClass().addAll("mut", "nothing-found");
    none.textProperty().bind(Bindings.createStringBinding(() -> nothingFound(model.searchProperty().get()), model.searchProperty(),
        lang.textsProperty()));
    none.visibleProperty().bind(model.sectionsProperty().map(List::isEmpty));
    none.managedProperty().bind(none.visibleProperty());
    groups.getStyleClass().add("groups");
    content.getChildren().addAll(none, groups);
    ScrollPane scroll = new ScrollPane(content);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getStyleClass().add("layers");
    getChildren().addAll(search, scroll);
    model.sectionsProperty().subscribe(this::show);
    model.openProperty().subscribe(this::reachFirst);
    scroll.vvalueProperty().subscribe(card::hide);
  }

  private String nothingFound(String typed) {
    return Synonyms.later(typed, lang.texts()).orElseGet(() -> lang.say("palette.nothing_found", typed));
  }

  void addBlocks(BlocksModel blocks, ChipDrag<Block> blockDrag) {
    content.getChildren().add(
        new BlocksView(blocks, lang, blockDrag, model, card));
  }

  void focusSearch() {
    search.focus();
  }

  private void addFirst() {
    if (!model.found().isEmpty()) {
      model.addFirst();
      model.searchProperty().set("");
    }
  }

  private void focusFirst() {
    model.shown().stream().findFirst().map(chips::get).ifPresent(Node::requestFocus);
  }

  private void show(List<LayersModel.Section> sections) {
    card.hide();
    groups.getChildren().clear();
    chips.clear();
    sections.forEach(section -> groups.getChildren().add(group(section)));
    reachFirst();
  }

  private void reachFirst() {
    reach(model.shown().stream().findFirst().map(chips::get).orElse(null));
  }

  private Node group(LayersModel.Section section) {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("chips");
    for (int c = 0; c < COLUMNS; c++) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(100.0 / COLUMNS);
      grid.getColumnConstraints().add(column);
    }
    for (int i = 0; i < section.types().size(); i++) {
      grid.add(chip(section.types().get(i)), i % COLUMNS, i / COLUMNS);
    }
    return new FoldingGroup(model, section.id(), lang.bind(section.title().key()), lang, grid);
  }

  private Chip chip(LayerType type) {
    Chip chip = look(type);
    chip.setMaxWidth(Double.MAX_VALUE);
    card.explain(chip, type);
    chip.focusedProperty().subscribe((before, focused) -> {
      if (focused) {
        reach(chip);
      }
    });
    chip.addEventHandler(MouseEvent.MOUSE_PRESSED, e -> chip.requestFocus());
    chip.setOnKeyPressed(e -> press(e, type));
    drag.from(chip, type, () -> look(type), () -> model.add(type));
    chips.put(type, chip);
    return chip;
  }

  private Chip look(LayerType type) {
    return new Chip(type, lang, () -> model.add(type));
  }

  /** Roving tab stop: Tab stops at the last used chip only, arrow keys move between chips. */
  private void reach(Chip reached) {
    chips.values().forEach(chip -> chip.setFocusTraversable(chip == reached));
  }

  private void press(KeyEvent key, LayerType type) {
    switch (key.getCode()) {
      case ENTER -> model.add(type);
      case LEFT -> walk(type, -1, 0);
      case RIGHT -> walk(type, 1, 0);
      case UP -> walk(type, 0, -1);
      case DOWN -> walk(type, 0, 1);
      case ESCAPE -> search.focus();
      default -> {
        return;
      }
    }
    key.consume();
  }

  /** Up from the first row leads to the search field. */
  private void walk(LayerType from, int right, int down) {
    model.beside(from, right, down).ifPresentOrElse(to -> chips.get(to).requestFocus(), () -> {
      if (down < 0) {
        search.focus();
      }
    });
  }
}

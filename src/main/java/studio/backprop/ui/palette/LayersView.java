package studio.backprop.ui.palette;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
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
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Synonyms;

/** The layers as chips in their groups: drag one, double-click it, or walk to it with the arrow keys and press Enter. */
final class LayersView extends VBox {
  private static final int COLUMNS = 2;

  private final LayersModel model;
  private final Lang lang;
  private final ChipDrag<LayerType> drag;
  private final SearchField search;
  private final VBox content = new VBox();
  private final VBox groups = new VBox();
  private final ObjectProperty<Message> title = new SimpleObjectProperty<>(this, "title");
  private final ObjectProperty<Message> sentence = new SimpleObjectProperty<>(this, "sentence");
  private final Map<LayerType, Chip> chips = new LinkedHashMap<>();

  LayersView(LayersModel model, Lang lang, ChipDrag<LayerType> drag) {
    this.model = model;
    this.lang = lang;
    this.drag = drag;
    search = new SearchField(model.searchProperty(), lang, "palette.search", this::addFirst, this::focusFirst).withKey("/");
    Label none = new Label();
    none.getStyleClass().addAll("mut", "nothing-found");
    none.textProperty().bind(Bindings.createStringBinding(() -> nothingFound(model.searchProperty().get()), model.searchProperty(), lang.textsProperty()));
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
    getChildren().addAll(search, scroll, help());
    model.sectionsProperty().subscribe(this::show);
    model.pointedProperty().subscribe(type -> explain(type.title(), type.help()));
  }

  private String nothingFound(String typed) {
    return Synonyms.later(typed, lang.texts()).orElseGet(() -> lang.say("palette.nothing_found", typed));
  }

  /** Shows blocks under the layers. */
  void addBlocks(BlocksModel blocks, ChipDrag<Block> blockDrag) {
    content.getChildren().add(
        new BlocksView(blocks, lang, blockDrag, model.searchProperty(), block -> explain(block.title(), block.help())));
  }

  private void explain(Message called, Message help) {
    title.set(called);
    sentence.set(help);
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
    chips.values().stream().findFirst().ifPresent(Node::requestFocus);
  }

  private Node help() {
    Label name = new Label();
    name.getStyleClass().add("strong");
    name.textProperty().bind(lang.bind(title));
    Label words = new Label();
    words.getStyleClass().addAll("note", "mut");
    words.setWrapText(true);
    words.textProperty().bind(lang.bind(sentence));
    VBox help = new VBox(name, words);
    help.getStyleClass().add("help");
    return help;
  }

  private void show(List<LayersModel.Section> sections) {
    groups.getChildren().clear();
    chips.clear();
    sections.forEach(section -> groups.getChildren().add(group(section)));
    reach(model.found().stream().findFirst().map(chips::get).orElse(null));
  }

  private Node group(LayersModel.Section section) {
    Label title = new Label();
    title.getStyleClass().add("group-title");
    title.textProperty().bind(lang.bind(section.group().title().key()));
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
    VBox group = new VBox(title, grid);
    group.getStyleClass().add("group");
    return group;
  }

  private Chip chip(LayerType type) {
    Chip chip = look(type);
    chip.setMaxWidth(Double.MAX_VALUE);
    chip.addEventHandler(MouseEvent.MOUSE_ENTERED, e -> point(type));
    chip.focusedProperty().subscribe((before, focused) -> focused(chip, type, focused));
    chip.addEventHandler(MouseEvent.MOUSE_PRESSED, e -> chip.requestFocus());
    chip.setOnKeyPressed(e -> press(e, type));
    drag.from(chip, type, () -> look(type), () -> model.add(type));
    chips.put(type, chip);
    return chip;
  }

  private Chip look(LayerType type) {
    return new Chip(type, lang, () -> model.add(type));
  }

  private void focused(Chip chip, LayerType type, boolean focused) {
    if (focused) {
      point(type);
      reach(chip);
    }
  }

  private void point(LayerType type) {
    model.pointedProperty().set(type);
    explain(type.title(), type.help());
  }

  /** The Tab key stops at one chip only, the last one used; arrows lead to the others. */
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

  /** Above the first row is the search. */
  private void walk(LayerType from, int right, int down) {
    model.beside(from, right, down).ifPresentOrElse(to -> chips.get(to).requestFocus(), () -> {
      if (down < 0) {
        search.focus();
      }
    });
  }
}

package studio.backprop.ui.design.palette;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.VBox;
import studio.backprop.network.block.Block;
import studio.backprop.network.block.OwnBlock;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.LayerSearch;

/** Chips of the blocks, below those of the layers: drag, double click or Enter adds one; Delete removes a user-defined one. */
final class BlocksView extends VBox {
  private final BlocksModel model;
  private final Lang lang;
  private final ChipDrag<Block> drag;
  private final ObservableValue<String> search;
  private final LayersModel layers;
  private final LayerCard card;
  private final List<Chip> chips = new ArrayList<>();

  /**
   * @param layers search text and folded groups
   * @param card help of the chip under the mouse
   */
  BlocksView(BlocksModel model, Lang lang, ChipDrag<Block> drag, LayersModel layers, LayerCard card) {
    this.model = model;
    this.lang = lang;
    this.drag = drag;
    this.layers = layers;
    this.search = layers.searchProperty();
    this.card = card;
    getStyleClass().add("groups");
    search.subscribe(this::show);
    model.ownProperty().subscribe(this::show);
    model.troubleProperty().subscribe(this::show);
    show();
  }

  private void show() {
    getChildren().clear();
    chips.clear();
    section("palette.blocks", model.standard());
    section(LayersModel.OWN_BLOCKS, model.ownProperty().getValue());
    chips.stream().findFirst().ifPresent(this::reach);
    model.troubleProperty().getValue().forEach(sentence -> getChildren().add(note(sentence)));
  }

  private void section(String title, List<? extends Block> blocks) {
    List<? extends Block> found = blocks.stream().filter(block -> LayerSearch.matches(block.title(), search.getValue())).toList();
    if (!found.isEmpty()) {
      VBox column = new VBox();
      column.getStyleClass().add("block-chips");
      found.forEach(block -> column.getChildren().add(chip(block)));
      getChildren().add(new FoldingGroup(layers, title, lang.bind(title), lang, column));
    }
  }

  private Label note(Message sentence) {
    Label note = new Label(lang.say(sentence), Icon.WARNING.view());
    note.setWrapText(true);
    note.getStyleClass().addAll("note", "mut");
    return note;
  }

  private Chip look(Block block) {
    return new Chip(block, lang, () -> model.add(block));
  }

  private Chip chip(Block block) {
    Chip chip = look(block);
    chip.setMaxWidth(Double.MAX_VALUE);
    card.explain(chip, block);
    chip.focusedProperty().subscribe((before, focused) -> {
      if (focused) {
        reach(chip);
      }
    });
    chip.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> chip.requestFocus());
    chip.setOnKeyPressed(event -> press(event, chip, block));
    if (block instanceof OwnBlock own) {
      MenuItem remove = new MenuItem(lang.say("palette.remove_block"), Icon.DELETE.view());
      remove.setOnAction(event -> model.remove(own));
      chip.setContextMenu(new ContextMenu(remove));
    }
    chips.add(chip);
    drag.from(chip, block, () -> look(block), () -> model.add(block));
    return chip;
  }

  /** Roving tab stop: Tab stops at the last used chip only, arrow keys move between chips. */
  private void reach(Chip reached) {
    chips.forEach(chip -> chip.setFocusTraversable(chip == reached));
  }

  private void press(KeyEvent key, Chip chip, Block block) {
    switch (key.getCode()) {
      case ENTER -> model.add(block);
      case UP, LEFT -> walk(chip, -1);
      case DOWN, RIGHT -> walk(chip, 1);
      case DELETE -> {
        if (block instanceof OwnBlock own) {
          model.remove(own);
        }
      }
      default -> {
        return;
      }
    }
    key.consume();
  }

  private void walk(Chip from, int by) {
    int to = chips.indexOf(from) + by;
    if (to >= 0 && to < chips.size()) {
      chips.get(to).requestFocus();
    }
  }
}

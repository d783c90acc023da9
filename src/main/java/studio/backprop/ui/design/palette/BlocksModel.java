package studio.backprop.ui.design.palette;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import studio.backprop.network.block.Block;
import studio.backprop.network.block.OwnBlock;
import studio.backprop.network.block.StandardBlock;
import studio.backprop.text.Message;

/** Catalog of blocks: built-in and user-defined. */
public final class BlocksModel {
  private final ObservableValue<List<OwnBlock>> own;
  private final ObservableValue<List<Message>> trouble;
  private final Consumer<Block> add;
  private final Consumer<OwnBlock> remove;

  /**
   * @param trouble why files of own blocks could not be read
   * @param add adds a block to the network without a drag
   */
  public BlocksModel(
      ObservableValue<List<OwnBlock>> own, ObservableValue<List<Message>> trouble, Consumer<Block> add, Consumer<OwnBlock> remove) {
    this.own = own;
    this.trouble = trouble;
    this.add = add;
    this.remove = remove;
  }

  List<Block> standard() {
    return List.of(StandardBlock.values());
  }

  ObservableValue<List<OwnBlock>> ownProperty() {
    return own;
  }

  ObservableValue<List<Message>> troubleProperty() {
    return trouble;
  }

  void add(Block block) {
    add.accept(block);
  }

  void remove(OwnBlock block) {
    remove.accept(block);
  }
}

package studio.backprop.ui.design.designer.edit;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import studio.backprop.network.block.Block;
import studio.backprop.network.block.OwnBlock;
import studio.backprop.network.block.StandardBlock;
import studio.backprop.store.BlockShelf;
import studio.backprop.text.Message;

/** Available blocks: built-in and user-defined. Selected nodes can become one. */
public final class OfferedBlocks {
  private final CanvasState canvas;
  private List<Block> own = List.of();
  private Consumer<OwnBlock> keep = block -> {};

  OfferedBlocks(CanvasState canvas) {
    this.canvas = canvas;
  }

  List<Block> all() {
    return Stream.concat(Stream.of(StandardBlock.values()), own.stream()).toList();
  }

  public void offer(ObservableValue<? extends List<? extends Block>> blocks) {
    blocks.subscribe(now -> own = List.copyOf(now));
  }

  /** Action that saves a user-defined block. */
  public void onKeep(Consumer<OwnBlock> action) {
    keep = action;
  }

  /** Saves the selected nodes as a block. Returns the reason of a refusal. */
  public Optional<Message> keep(String name) {
    if (!BlockShelf.fits(name.strip())) {
      return Optional.of(Message.of("block.name"));
    }
    keep.accept(OwnBlock.of(name.strip(), canvas.network(), canvas.selection().nodes()));
    return Optional.empty();
  }
}

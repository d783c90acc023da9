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

/** The blocks that can be placed: those of the program and a person's own. Selected nodes can become one of them. */
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

  /** Besides the blocks of the program, these are offered: a person's own. */
  public void offer(ObservableValue<? extends List<? extends Block>> blocks) {
    blocks.subscribe(now -> own = List.copyOf(now));
  }

  /** How a person's own block is kept. */
  public void onKeep(Consumer<OwnBlock> action) {
    keep = action;
  }

  /** Keeps the selected nodes as a block of the person's own, or says why the name cannot be. */
  public Optional<Message> keep(String name) {
    if (!BlockShelf.fits(name.strip())) {
      return Optional.of(Message.of("block.name"));
    }
    keep.accept(OwnBlock.of(name.strip(), canvas.network(), canvas.selection().nodes()));
    return Optional.empty();
  }
}

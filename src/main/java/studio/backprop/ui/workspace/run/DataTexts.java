package studio.backprop.ui.workspace.run;

import java.util.List;
import java.util.stream.IntStream;
import studio.backprop.data.Dataset;
import studio.backprop.ui.kit.Lang;

/** Localized names of a dataset's target and classes. Bundled datasets have texts for words; numbers and users' tables stay as they are. */
public final class DataTexts {
  private final Lang lang;

  public DataTexts(Lang lang) {
    this.lang = lang;
  }

  /** Target: species, 品种. */
  public String target(Dataset dataset) {
    return target(dataset.name(), dataset.about().targetName());
  }

  /** Target of the named dataset; {@code own} without a text. */
  public String target(String dataset, String own) {
    return lang.known("data." + dataset + ".target", own);
  }

  public String ofClass(Dataset dataset, int index) {
    return lang.known("data." + dataset.name() + ".class." + index, dataset.classNames().get(index));
  }

  /** By class index; empty for a regression. */
  public List<String> classes(Dataset dataset) {
    return IntStream.range(0, dataset.classNames().size()).mapToObj(index -> ofClass(dataset, index)).toList();
  }
}

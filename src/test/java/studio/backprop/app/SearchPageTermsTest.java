package studio.backprop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.backprop.text.Texts;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.command.CommandsModel;

/** The words of search and loss landscape that a student types lead to the glossary. */
class SearchPageTermsTest {
  private final List<String> shown = new ArrayList<>();

  private void type(Texts texts, String typed) {
    CommandsModel commands = new CommandsModel(new Lang(texts), command -> true);
    commands.add(TermCommands.all(shown::add));
    commands.find(typed).get(0).run();
  }

  @ParameterizedTest
  @CsvSource({"trial,trial", "search space,search-space", "successive halving,successive-halving", "asha,successive-halving", "rung,rung",
      "budget,budget", "tpe,tpe", "bayesian,tpe", "hyperparameter,search", "random search,random-search", "grid search,grid-search",
      "parallel coordinates,parallel-coordinates", "loss landscape,loss-landscape", "loss surface,loss-landscape",
      "filter-normalized,filter-normalization", "filter-normalised,filter-normalization", "saddle,saddle-point", "ravine,ravine",
      "sharpness,sharpness", "flat minimum,sharpness"})
  void aWordOpensItsPageOfTheGlossary(String typed, String term) {
    type(Texts.ENGLISH, typed);
    assertThat(shown).containsExactly(term);
  }

  @ParameterizedTest
  @CsvSource({"试验,trial", "搜索空间,search-space", "逐级淘汰,successive-halving", "预算,budget", "贝叶斯,tpe", "调参,search", "平行坐标,parallel-coordinates",
      "损失地形,loss-landscape", "损失曲面,loss-landscape", "滤波器归一化,filter-normalization", "鞍点,saddle-point", "峡谷,ravine"})
  void inChineseToo(String typed, String term) {
    type(Texts.CHINESE, typed);
    assertThat(shown).containsExactly(term);
  }
}

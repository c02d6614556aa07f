package undercurrent.model.formula;

import com.ezylang.evalex.EvaluationException;
import com.ezylang.evalex.Expression;
import com.ezylang.evalex.config.ExpressionConfiguration;
import com.ezylang.evalex.config.FunctionDictionaryIfc;
import com.ezylang.evalex.config.MapBasedFunctionDictionary;
import com.ezylang.evalex.config.MapBasedOperatorDictionary;
import com.ezylang.evalex.config.OperatorDictionaryIfc;
import com.ezylang.evalex.data.EvaluationValue;
import com.ezylang.evalex.functions.AbstractFunction;
import com.ezylang.evalex.functions.FunctionParameter;
import com.ezylang.evalex.operators.OperatorIfc;
import com.ezylang.evalex.operators.arithmetic.InfixDivisionOperator;
import com.ezylang.evalex.operators.arithmetic.InfixMinusOperator;
import com.ezylang.evalex.operators.arithmetic.InfixMultiplicationOperator;
import com.ezylang.evalex.operators.arithmetic.InfixPlusOperator;
import com.ezylang.evalex.operators.arithmetic.InfixPowerOfOperator;
import com.ezylang.evalex.operators.arithmetic.PrefixMinusOperator;
import com.ezylang.evalex.operators.arithmetic.PrefixPlusOperator;
import com.ezylang.evalex.parser.ASTNode;
import com.ezylang.evalex.parser.ParseException;
import com.ezylang.evalex.parser.ShuntingYardConverter;
import com.ezylang.evalex.parser.Token;
import com.ezylang.evalex.parser.Token.TokenType;
import com.ezylang.evalex.parser.Tokenizer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import undercurrent.model.ModelWords;
import undercurrent.text.TextMistake;

/**
 * Reads an expression with the expression library, of which only the reader is used: it knows the
 * operators and functions of typed equations alone, and evaluates nothing.
 */
final class Grammar {
  private static final ExpressionConfiguration CONFIGURATION =
      ExpressionConfiguration.builder()
          .operatorDictionary(operators())
          .functionDictionary(functions())
          .defaultConstants(Map.of())
          .arraysAllowed(false)
          .structuresAllowed(false)
          .implicitMultiplicationAllowed(false)
          // -x^2 is -(x^2)
          .powerOfPrecedence(OperatorIfc.OPERATOR_PRECEDENCE_POWER_HIGHER)
          .build();

  private Grammar() {}

  private static OperatorDictionaryIfc operators() {
    OperatorDictionaryIfc operators = new MapBasedOperatorDictionary();
    operators.addOperator("+", new PrefixPlusOperator());
    operators.addOperator("-", new PrefixMinusOperator());
    operators.addOperator("+", new InfixPlusOperator());
    operators.addOperator("-", new InfixMinusOperator());
    operators.addOperator("*", new InfixMultiplicationOperator());
    operators.addOperator("/", new InfixDivisionOperator());
    operators.addOperator("^", new InfixPowerOfOperator());
    return operators;
  }

  private static FunctionDictionaryIfc functions() {
    FunctionDictionaryIfc functions = new MapBasedFunctionDictionary();
    for (String name : Op.FUNCTIONS.keySet()) functions.addFunction(name, new ReadFunction());
    return functions;
  }

  /** A function of any numbers, which is read and never asked. */
  @FunctionParameter(name = "values", isVarArg = true)
  private static final class ReadFunction extends AbstractFunction {
    @Override
    public EvaluationValue evaluate(Expression e, Token token, EvaluationValue... values)
        throws EvaluationException {
      throw new EvaluationException(token, "is not evaluated here");
    }
  }

  /** The words of an expression, from left to right, of which a tree can be made. */
  static List<Token> words(Fragment fragment) {
    requireBalance(fragment);
    List<Token> words;
    try {
      words = new Tokenizer(fragment.text(), CONFIGURATION).parse();
    } catch (ParseException e) {
      throw unknown(fragment, e.getStartPosition() - 1, e.getTokenString());
    }
    requireOrder(fragment, words);
    return words;
  }

  /** The tree of some words. */
  static ASTNode tree(Fragment fragment, List<Token> words) {
    try {
      return new ShuntingYardConverter(fragment.text(), guarded(words), CONFIGURATION)
          .toAbstractSyntaxTree();
    } catch (ParseException e) {
      throw fragment.mistake(
          e.getStartPosition() - 1,
          e.getTokenString().length(),
          ModelWords.of("grammar.unreadable"));
    }
  }

  /**
   * The same words with parentheses around a signed exponent, as in 2^(-x): the library takes a
   * sign for an end of what stands before it when that binds more closely.
   */
  private static List<Token> guarded(List<Token> words) {
    List<Token> guarded = new ArrayList<>();
    Deque<Integer> guards = new ArrayDeque<>();
    int depth = 0;
    boolean afterPower = false;
    for (Token word : words) {
      TokenType type = word.getType();
      boolean isPower = type == TokenType.INFIX_OPERATOR && word.getValue().equals("^");
      boolean ends =
          (type == TokenType.INFIX_OPERATOR && !isPower)
              || type == TokenType.COMMA
              || type == TokenType.BRACE_CLOSE;
      while (ends && !guards.isEmpty() && guards.peek() == depth) {
        guards.pop();
        guarded.add(new Token(word.getStartPosition(), ")", TokenType.BRACE_CLOSE));
      }
      if (afterPower && type == TokenType.PREFIX_OPERATOR) {
        guards.push(depth);
        guarded.add(new Token(word.getStartPosition(), "(", TokenType.BRACE_OPEN));
      }
      if (type == TokenType.BRACE_OPEN) depth++;
      if (type == TokenType.BRACE_CLOSE) depth--;
      afterPower = isPower;
      guarded.add(word);
    }
    int end = words.getLast().getStartPosition();
    guards.forEach(guard -> guarded.add(new Token(end, ")", TokenType.BRACE_CLOSE)));
    return guarded;
  }

  /** What is wrong with a word. */
  static TextMistake mistake(Fragment fragment, Token word, String what) {
    return fragment.mistake(word.getStartPosition() - 1, word.getValue().length(), what);
  }

  private static void requireBalance(Fragment fragment) {
    Deque<Integer> open = new ArrayDeque<>();
    String text = fragment.text();
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '(') open.push(i);
      if (text.charAt(i) != ')') continue;
      if (open.isEmpty()) {
        throw fragment.mistake(i, 1, ModelWords.of("grammar.unopened"));
      }
      open.pop();
    }
    if (!open.isEmpty()) {
      throw fragment.mistake(open.pop(), 1, ModelWords.of("grammar.unclosed"));
    }
  }

  private static TextMistake unknown(Fragment fragment, int at, String word) {
    char first = word.isEmpty() ? ' ' : word.charAt(0);
    String quoted = new Fragment(word, 1, 1).quoted();
    String what;
    if (Character.isLetter(first)) {
      what =
          isNumber(fragment.text(), at)
              ? ModelWords.of("grammar.numberProduct", quoted)
              : ModelWords.of(
                  "grammar.unknownFunction", quoted, String.join(", ", Op.FUNCTIONS.keySet()));
    } else if (Character.isDigit(first) || first == '.') {
      what = ModelWords.of("expressionReader.noNumber", quoted);
    } else if (first == '(') {
      what = ModelWords.of("grammar.bracketProduct");
    } else if (first == ')' || first == ',' || "+-*/^".indexOf(first) >= 0) {
      what = ModelWords.of("grammar.misplaced", quoted);
    } else {
      what = ModelWords.of("grammar.unknownSign", quoted);
    }
    return fragment.mistake(at, word.length(), what);
  }

  /** Whether what stands before a place is a number. */
  private static boolean isNumber(String text, int at) {
    int before = at - 1;
    while (before >= 0 && Character.isWhitespace(text.charAt(before))) before--;
    return before >= 0 && (Character.isDigit(text.charAt(before)) || text.charAt(before) == '.');
  }

  /** Refuses words of which no tree can be made. */
  private static void requireOrder(Fragment fragment, List<Token> words) {
    boolean isOperand = false;
    Deque<Boolean> open = new ArrayDeque<>();
    for (int i = 0; i < words.size(); i++) {
      Token word = words.get(i);
      TokenType type = word.getType();
      boolean wantsOperand =
          switch (type) {
            case NUMBER_LITERAL, VARIABLE_OR_CONSTANT, FUNCTION, BRACE_OPEN, PREFIX_OPERATOR ->
                true;
            case INFIX_OPERATOR, BRACE_CLOSE, COMMA -> false;
            default ->
                throw mistake(fragment, word, ModelWords.of("expressionReader.partEquation"));
          };
      if (wantsOperand == isOperand) {
        throw mistake(
            fragment,
            word,
            isOperand
                ? ModelWords.of(
                    "grammar.missingOperator", new Fragment(word.getValue(), 1, 1).quoted())
                : ModelWords.of("grammar.misplaced", new Fragment(word.getValue(), 1, 1).quoted()));
      }
      if (type == TokenType.FUNCTION) {
        // The tokenizer has seen the parenthesis that follows.
        open.push(true);
        i++;
      } else if (type == TokenType.BRACE_OPEN) {
        open.push(false);
      } else if (type == TokenType.BRACE_CLOSE) {
        open.pop();
      } else if (type == TokenType.COMMA && (open.isEmpty() || !open.peek())) {
        throw mistake(fragment, word, ModelWords.of("grammar.comma"));
      }
      isOperand =
          type == TokenType.NUMBER_LITERAL
              || type == TokenType.VARIABLE_OR_CONSTANT
              || type == TokenType.BRACE_CLOSE;
    }
    if (!isOperand) {
      int end = fragment.text().length();
      throw fragment.mistake(end - 1, 1, ModelWords.of("grammar.end"));
    }
  }

  /** The operands of a function, as many as it has. */
  static List<ASTNode> operands(Fragment fragment, ASTNode node, Op op) {
    List<ASTNode> given = new ArrayList<>(node.getParameters());
    if (given.size() != op.operands()) {
      throw mistake(
          fragment,
          node.getToken(),
          ModelWords.of(
              "grammar.arguments", node.getToken().getValue(), given.size(), op.operands()));
    }
    return given;
  }
}

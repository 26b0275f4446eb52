/* Quizzes that can be answered (scripts/guide/quizzes.py writes them, with all words in data-guide-quiz). Each question
   becomes a form with radio buttons; nothing is stored or sent. Without this script the answers stand in details. */
(function () {
  "use strict";

  var make = function (tag, className, text) {
    var element = document.createElement(tag);
    element.className = className;
    if (text) element.textContent = text;
    return element;
  };

  var makeOption = function (text, name, value) {
    var label = make("label", "guide-quiz__option");
    var radio = make("input", "");
    radio.type = "radio";
    radio.name = name;
    radio.value = value;
    label.append(radio, make("span", "", "ABCDEFGHIJ"[value] + ". " + text));
    return label;
  };

  /* The paragraph in details says which answer is right, and why, with a link to where one can read more. */
  var feedback = function (isRight, words, answer) {
    var line = answer.cloneNode(true);
    line.className = isRight ? "guide-quiz__right" : "guide-quiz__wrong";
    line.prepend(make("strong", "", isRight ? words.right : words.wrong), " ");
    return line;
  };

  var makeAnswerable = function (question, words, name) {
    var form = make("form", "guide-quiz__form");
    var fieldset = make("fieldset", "");
    var legend = make("legend", "guide-quiz__ask");
    var status = make("div", "guide-quiz__feedback");
    var button = make("button", "guide-quiz__answer", words.answer);
    var answer = question.querySelector("details > p");

    legend.append.apply(legend, question.querySelector(".guide-quiz__ask").childNodes);
    fieldset.append(legend);
    question.querySelectorAll(".guide-quiz__options > li").forEach(function (option, index) {
      fieldset.append(makeOption(option.textContent, name, String(index)));
    });
    status.setAttribute("role", "status");
    button.type = "submit";
    form.append(fieldset, button, status);

    form.addEventListener("submit", function (event) {
      event.preventDefault();
      var chosen = form.querySelector("input:checked");
      if (!chosen) {
        status.replaceChildren(make("p", "guide-quiz__wrong", words.choose));
        form.querySelector("input").focus();
      } else status.replaceChildren(feedback(chosen.value === question.dataset.correct, words, answer));
    });
    form.addEventListener("change", function () {
      status.replaceChildren();
    });
    question.replaceChildren(form);
  };

  document.querySelectorAll("[data-guide-quiz]").forEach(function (quiz) {
    var words = JSON.parse(quiz.getAttribute("data-guide-quiz"));
    quiz.querySelectorAll(".guide-quiz__question").forEach(function (question, number) {
      makeAnswerable(question, words, "guide-quiz-" + number);
    });
  });
})();

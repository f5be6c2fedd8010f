// Shows /openapi.json: every route with its fields and answers, and a form to try it. No library, no other server.
"use strict";

const make = (tag, attributes = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "class") element.className = value; else element[name] = value;
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
};

let api;

const resolve = (schema) => {
  while (schema && schema.$ref) schema = api.components.schemas[schema.$ref.split("/").pop()];
  return schema || {};
};

const typeOf = (schema) => {
  if (schema.$ref) return schema.$ref.split("/").pop().replace(/Input$/, "");
  if (schema.anyOf) return schema.anyOf.map(typeOf).join(" or ");
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
  if (schema.contentMediaType) return "file";
  if (schema.type === "array") return "list of " + typeOf(schema.items || {});
  if (schema.additionalProperties) return "map to " + typeOf(schema.additionalProperties);
  return (schema.type || "any") + (schema.format ? ` (${schema.format})` : "");
};

const limitsOf = (schema) => {
  const inner = schema.anyOf ? schema.anyOf[0] : schema;
  const found = [];
  if (inner.minimum !== undefined) found.push("from " + inner.minimum);
  if (inner.maximum !== undefined) found.push("to " + inner.maximum);
  if (inner.minLength !== undefined) found.push("at least " + inner.minLength + " characters");
  if (inner.maxLength !== undefined) found.push("at most " + inner.maxLength + " characters");
  if (schema.default !== undefined) found.push("otherwise " + JSON.stringify(schema.default));
  return found.join(", ");
};

// A value of the schema's shape, to begin a request with.
const exampleOf = (schema, depth = 0) => {
  if (schema.anyOf) schema = schema.anyOf[0];
  schema = resolve(schema);
  if (schema.default !== undefined) return schema.default;
  if (schema.enum) return schema.enum[0];
  if (schema.type === "object" && depth < 4) {
    return Object.fromEntries(Object.entries(schema.properties || {}).map(([name, field]) => [name, exampleOf(field, depth + 1)]));
  }
  if (schema.type === "array") return depth < 4 ? [exampleOf(schema.items || {}, depth + 1)] : [];
  return { integer: 0, number: 0, boolean: false, string: "" }[schema.type] ?? null;
};

const fieldTable = (schema) => {
  const object = resolve(schema);
  if (!object.properties) return make("p", {}, make("code", {}, typeOf(schema)));
  const rows = Object.entries(object.properties).map(([name, field]) => make("tr", {},
    make("td", {}, make("code", { class: (object.required || []).includes(name) ? "needed" : "" }, name)),
    make("td", {}, make("code", {}, typeOf(field))),
    make("td", {}, [field.description, limitsOf(field)].filter(Boolean).join(" \u2014 "))));
  return make("table", {}, make("tr", {}, make("th", {}, "field"), make("th", {}, "type"), make("th", {}, "meaning")), ...rows);
};

const answerList = (operation) => {
  const list = make("div");
  for (const [status, answer] of Object.entries(operation.responses || {})) {
    const content = Object.values(answer.content || {})[0];
    const line = make("details", {}, make("summary", {}, make("code", { class: "status" }, status), " " + (answer.description || "")));
    if (content && content.schema) line.append(fieldTable(content.schema.type === "array" ? content.schema.items : content.schema));
    list.append(line);
  }
  return list;
};

const formFields = (schema) => {
  const object = resolve(schema);
  return Object.entries(object.properties || {}).map(([name, field]) => {
    const input = make("input", { name, type: field.contentMediaType ? "file" : "text" });
    return { input, row: make("tr", {}, make("td", {}, make("code", { class: (object.required || []).includes(name) ? "needed" : "" }, name)), make("td", {}, input)) };
  });
};

const tryForm = (path, method, operation) => {
  const inputs = (operation.parameters || []).map((parameter) => {
    const input = make("input", { type: "text", placeholder: parameter.schema && parameter.schema.default !== undefined ? String(parameter.schema.default) : "" });
    return { parameter, input, row: make("tr", {}, make("td", {}, make("code", { class: parameter.required ? "needed" : "" }, parameter.name)), make("td", {}, input)) };
  });
  const content = operation.requestBody ? operation.requestBody.content : {};
  const json = content["application/json"], form = content["multipart/form-data"];
  const text = json ? make("textarea", { value: JSON.stringify(exampleOf(json.schema), null, 2), spellcheck: false }) : null;
  const parts = form && !json ? formFields(form.schema) : [];
  const shown = make("div");
  const send = make("button", { type: "button" }, "Send");
  send.onclick = async () => {
    let url = path;
    const query = new URLSearchParams(), headers = {};
    for (const { parameter, input } of inputs) {
      if (parameter.in === "path") url = url.replace(`{${parameter.name}}`, encodeURIComponent(input.value));
      else if (input.value !== "" && parameter.in === "query") query.append(parameter.name, input.value);
      else if (input.value !== "") headers[parameter.name] = input.value;
    }
    if ([...query].length) url += "?" + query;
    const key = document.getElementById("key").value;
    if (key) headers["X-API-Key"] = key;
    let body;
    if (text) { body = text.value; headers["Content-Type"] = "application/json"; }
    if (parts.length) {
      body = new FormData();
      for (const { input } of parts) {
        if (input.type === "file") { if (input.files[0]) body.append(input.name, input.files[0]); }
        else if (input.value !== "") body.append(input.name, input.value);
      }
    }
    shown.replaceChildren(make("p", { class: "quiet" }, "Waiting ..."));
    const started = performance.now();
    try {
      const answer = await fetch(url, { method: method.toUpperCase(), headers, body });
      const received = await answer.text();
      let pretty = received;
      try { pretty = JSON.stringify(JSON.parse(received), null, 2); } catch { /* not JSON: shown as it is */ }
      shown.replaceChildren(
        make("p", {}, make("span", { class: "status" }, `${answer.status} ${answer.statusText}`), ` in ${Math.round(performance.now() - started)} ms`),
        make("pre", {}, pretty));
    } catch (fault) {
      shown.replaceChildren(make("p", {}, "No answer: " + fault.message));
    }
  };
  return make("div", {}, make("table", {}, ...inputs.map((i) => i.row), ...parts.map((p) => p.row)), text, make("p", {}, send), shown);
};

const routeOf = (path, method, operation) => {
  const inside = make("div");
  const route = make("details", { class: "route" },
    make("summary", {}, make("span", { class: "method " + method }, method.toUpperCase()), make("span", { class: "path" }, path), make("span", { class: "summary" }, operation.summary || "")),
    inside);
  route.dataset.words = `${method} ${path} ${operation.summary || ""}`.toLowerCase();
  // Filled when it is first opened: hundreds of tables would make the page slow to show.
  route.addEventListener("toggle", () => {
    if (inside.childNodes.length) return;
    if (operation.description) inside.append(make("p", {}, operation.description));
    for (const parameter of operation.parameters || []) {
      if (inside.querySelector(".parameters") === null) inside.append(make("h3", {}, "Parameters"), make("ul", { class: "parameters" }));
      inside.querySelector(".parameters").append(make("li", {}, make("code", { class: parameter.required ? "needed" : "" }, parameter.name),
        ` ${parameter.in}, ${typeOf(parameter.schema || {})}. ${parameter.description || ""} ${limitsOf(parameter.schema || {})}`));
    }
    for (const [type, content] of Object.entries(operation.requestBody ? operation.requestBody.content : {})) {
      inside.append(make("h3", {}, "Body (" + type + ")"), fieldTable(content.schema));
    }
    inside.append(make("h3", {}, "Answers"), answerList(operation), make("h3", {}, "Try it"), tryForm(path, method, operation));
  });
  return route;
};

const show = () => {
  document.getElementById("title").textContent = `${api.info.title} ${api.info.version}`;
  document.getElementById("about").textContent = api.info.description;
  const groups = new Map();
  for (const [path, methods] of Object.entries(api.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      const tag = (operation.tags || ["Other"])[0];
      if (!groups.has(tag)) groups.set(tag, []);
      groups.get(tag).push(routeOf(path, method, operation));
    }
  }
  const sections = [...groups].map(([tag, routes]) => make("section", {}, make("h2", {}, tag), ...routes));
  document.getElementById("routes").replaceChildren(...sections);
};

document.getElementById("filter").addEventListener("input", (event) => {
  const wanted = event.target.value.toLowerCase();
  for (const section of document.querySelectorAll("section")) {
    let any = false;
    for (const route of section.querySelectorAll("details.route")) {
      route.hidden = !route.dataset.words.includes(wanted);
      any = any || !route.hidden;
    }
    section.hidden = !any;
  }
});

fetch("/openapi.json")
  .then((answer) => answer.json())
  .then((document_) => { api = document_; show(); })
  .catch((fault) => { document.getElementById("routes").textContent = "The description could not be loaded: " + fault.message; });
